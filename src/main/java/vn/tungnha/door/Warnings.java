package vn.tungnha.door;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Warnings of cheats, written by officials for their place: shown there and below, until withdrawn. */
@Service
@RequiredArgsConstructor
@Transactional
public class Warnings {

    private static final int TITLE = 140;
    private static final int WORDS = 2000;
    private static final int SOURCE = 160;

    private static final String SELECT = """
            select w.id, w.version, w.unit_id as unit, v.full_name as place, w.issued_on, w.title, w.words, w.advice, w.source,
                   w.withdrawn_on
            from scam_warning w
            left join lateral (
                select full_name from unit_version where unit_id = w.unit_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            where\s""";

    private static final String LATEST = " order by w.issued_on desc, w.written_at desc, w.id";

    private final JdbcClient jdbc;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Those in force for a ward: its own, those of what it lies in, and those for everybody. @param ward null = all */
    @Transactional(readOnly = true)
    public List<Warning> inForce(@Nullable Long ward, int most) {
        return jdbc.sql(SELECT + """
                        w.withdrawn_on is null and w.issued_on <= :today
                        and (cast(:ward as bigint) is null or w.unit_id is null or exists (
                            select from unit_closure c where c.ancestor_id = w.unit_id and c.descendant_id = :ward
                              and :today between c.valid_from and c.valid_to))""" + LATEST + " limit :most")
                .param("today", Days.today(clock))
                .param("ward", ward)
                .param("most", most)
                .query(Warning.class)
                .list();
    }

    /** Those the reader may change, withdrawn ones too, the latest first. */
    @Transactional(readOnly = true)
    public List<Warning> list(CurrentUser user, int most) {
        return ScopeSql.bind(
                        jdbc.sql(SELECT + "(:everything or w.unit_id in (" + ScopeSql.INSIDE + "))" + LATEST
                                + " limit :most"),
                        user.scope(),
                        Data.FIGURES,
                        Days.today(clock))
                .param("most", most)
                .query(Warning.class)
                .list();
    }

    /** @throws OutOfScope where it is not the reader's to change */
    @Transactional(readOnly = true)
    public Warning get(UUID id, CurrentUser user) {
        Warning warning = jdbc.sql(SELECT + "w.id = :id")
                .param("id", id)
                .param("today", Days.today(clock))
                .query(Warning.class)
                .optional()
                .orElseThrow(() -> new NotFound("warning", id));
        requirePlace(warning.unit(), user);
        return warning;
    }

    public void add(Warning told, CurrentUser user) {
        requirePlace(told.unit(), user);
        check(told);
        bind(jdbc.sql("""
                        insert into scam_warning (id, unit_id, issued_on, title, words, advice, source, written_by, written_at)
                        values (:id, :unit, :issuedOn, :title, :words, :advice, :source, :account, :now)
                        on conflict (id) do nothing"""), told)
                .param("unit", told.unit(), Types.BIGINT)
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        tell("warning.added", told.unit(), null, get(told.id(), user));
    }

    /** @throws Stale when somebody changed it meanwhile */
    public void edit(Warning told, CurrentUser user) {
        Warning before = get(told.id(), user);
        check(told);
        int changed = bind(jdbc.sql("""
                        update scam_warning set version = version + 1, issued_on = :issuedOn, title = :title, words = :words,
                               advice = :advice, source = :source
                        where id = :id and version = :version"""), told).param("version", told.version()).update();
        if (changed == 0) {
            throw new Stale("warning", told.id());
        }
        tell("warning.edited", before.unit(), before, get(told.id(), user));
    }

    /** @param withdrawn false = shown again */
    public void withdraw(UUID id, boolean withdrawn, CurrentUser user) {
        Warning before = get(id, user);
        jdbc.sql("update scam_warning set version = version + 1, withdrawn_on = :day where id = :id")
                .param("day", withdrawn ? Days.today(clock) : null, Types.DATE)
                .param("id", id)
                .update();
        tell(withdrawn ? "warning.withdrawn" : "warning.restored", before.unit(), before, get(id, user));
    }

    private void requirePlace(@Nullable Long unit, CurrentUser user) {
        if (unit == null ? !user.scope().everything() : !guard.covers(user.scope(), Data.FIGURES, unit)) {
            throw new OutOfScope("warning", String.valueOf(unit));
        }
    }

    private void check(Warning told) {
        text("title", told.title(), TITLE);
        text("words", told.words(), WORDS);
        text("advice", told.advice(), WORDS);
        text("source", told.source(), SOURCE);
        if (told.issuedOn().isAfter(Days.today(clock))) {
            throw RuleBroken.at("issuedOn", "door.error.issued-on");
        }
    }

    private static void text(String field, String typed, int most) {
        if (typed.isBlank()) {
            throw RuleBroken.at(field, "door.error.words");
        }
        if (typed.length() > most) {
            throw RuleBroken.at(field, "door.error.too-long", most);
        }
    }

    private static StatementSpec bind(StatementSpec statement, Warning told) {
        return statement
                .param("id", told.id())
                .param("issuedOn", told.issuedOn())
                .param("title", Texts.lines(told.title()))
                .param("words", Texts.lines(told.words()))
                .param("advice", Texts.lines(told.advice()))
                .param("source", Texts.lines(told.source()));
    }

    private void tell(String action, @Nullable Long unit, @Nullable Warning before, Warning after) {
        events.publishEvent(new Audited(action, "warning", after.id().toString(), unit, before, after, null));
    }
}
