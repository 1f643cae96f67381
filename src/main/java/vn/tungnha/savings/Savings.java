package vn.tungnha.savings;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
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
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.Stale;

/** The register of procedures handled faster. */
@Service
@RequiredArgsConstructor
@Transactional
public class Savings {

    private static final int LONGEST = 200;
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(1000);

    private static final String SELECT = """
            select p.*, coalesce(v.full_name, '') as unit, (p.legal_days - p.actual_days) * p.dossiers as saved
            from faster_procedure p
            left join lateral (
                select full_name from unit_version where unit_id = p.unit_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            where\s""";

    /** Lines within the scope of whoever asks, of a year and by words. */
    static final String ASKED = "p.removed_at is null and " + ScopeSql.covers("p.unit_id") + """
             and (cast(:year as int) is null or p.year = :year) and unit_fold(p.name || ' ' || p.field) like all(:q)""";

    private final JdbcClient jdbc;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Whoever asks: its address has let them in. */
    @Transactional(readOnly = true)
    public SavingView get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("saving", id));
    }

    /** Most days saved first. @param year null = all */
    @Transactional(readOnly = true)
    public PageOf<SavingView> list(@Nullable Integer year, @Nullable String q, CurrentUser user, Paging paging) {
        LocalDate today = Days.today(clock);
        long total = asked(jdbc.sql("select count(*) from faster_procedure p where " + ASKED), year, q, user, today)
                .query(Long.class)
                .single();
        List<SavingView> found = asked(
                        jdbc.sql(SELECT + ASKED + " order by saved desc, p.name, p.id limit :size offset :offset"),
                        year,
                        q,
                        user,
                        today)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(SavingView.class)
                .list();
        return PageOf.of(found, paging, total);
    }

    /** @param id made by whoever writes it down, so that sending the form again adds it once */
    public UUID add(UUID id, SavingCommand told, CurrentUser user) {
        Optional<SavingView> there = find(id);
        if (there.isPresent()) {
            guard.require(user.scope(), Data.FIGURES, there.get().unitId());
            return id;
        }
        check(told, user);
        once(() -> bind(jdbc.sql("""
                        insert into faster_procedure (id, unit_id, year, field, name, audience, legal_days, actual_days, dossiers, source,
                                                      created_by, created_at)
                        values (:id, :unit, :year, :field, :name, :audience, :legal, :actual, :dossiers, :source, :account, :now)"""), id, told)
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update());
        tell("saving.added", null, get(id));
        return id;
    }

    /** @throws Stale when somebody changed it meanwhile */
    public void edit(UUID id, int version, SavingCommand told, CurrentUser user) {
        SavingView before = mine(id, user);
        check(told, user);
        int changed = once(
                () -> bind(jdbc.sql("""
                        update faster_procedure set version = version + 1, unit_id = :unit, year = :year, field = :field, name = :name,
                               audience = :audience, legal_days = :legal, actual_days = :actual, dossiers = :dossiers, source = :source
                        where id = :id and version = :version"""), id, told).param("version", version).update());
        if (changed == 0) {
            throw new Stale("saving", id);
        }
        tell("saving.edited", before, get(id));
    }

    /** It counts no more; it can be put back. */
    public void remove(UUID id, CurrentUser user) {
        SavingView before = mine(id, user);
        mark(id, Timestamp.from(clock.instant()));
        tell("saving.removed", before, before);
    }

    public void restore(UUID id, CurrentUser user) {
        SavingView before = mine(id, user);
        once(() -> mark(id, null));
        tell("saving.restored", null, before);
    }

    private int mark(UUID id, @Nullable Timestamp removed) {
        return jdbc.sql("update faster_procedure set removed_at = :at where id = :id")
                .param("at", removed, Types.TIMESTAMP)
                .param("id", id)
                .update();
    }

    private SavingView mine(UUID id, CurrentUser user) {
        SavingView line = get(id);
        guard.require(user.scope(), Data.FIGURES, line.unitId());
        return line;
    }

    private void check(SavingCommand told, CurrentUser user) {
        if (told.unit() == null) {
            throw RuleBroken.at("unit", "savings.error.unit");
        }
        guard.require(user.scope(), Data.FIGURES, told.unit());
        int latest = Days.today(clock).getYear();
        if (told.year() == null || told.year() < 2000 || told.year() > latest) {
            throw RuleBroken.at("year", "savings.error.year", String.valueOf(latest));
        }
        text("field", told.field());
        text("name", told.name());
        text("source", told.source());
        if (told.audience() == null) {
            throw RuleBroken.at("audience", "savings.error.missing");
        }
        if (told.legalDays() == null
                || told.legalDays().signum() <= 0
                || told.legalDays().compareTo(MOST_DAYS) > 0) {
            throw RuleBroken.at("legalDays", "savings.error.days");
        }
        if (told.actualDays() == null
                || told.actualDays().signum() < 0
                || told.actualDays().compareTo(told.legalDays()) >= 0) {
            throw RuleBroken.at("actualDays", "savings.error.faster");
        }
        if (told.dossiers() == null || told.dossiers() < 0) {
            throw RuleBroken.at("dossiers", "savings.error.dossiers");
        }
    }

    private static void text(String field, String text) {
        if (text.isBlank() || text.strip().length() > LONGEST) {
            throw RuleBroken.at(field, "savings.error.text", LONGEST);
        }
    }

    /** A procedure stands once for a unit, year and audience. */
    private static int once(IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException there) {
            throw RuleBroken.at("name", "savings.error.twice");
        }
    }

    private Optional<SavingView> find(UUID id) {
        return jdbc.sql(SELECT + "p.id = :id")
                .param("id", id)
                .param("today", Days.today(clock))
                .query(SavingView.class)
                .optional();
    }

    static StatementSpec asked(
            StatementSpec statement, @Nullable Integer year, @Nullable String q, CurrentUser user, LocalDate today) {
        return ScopeSql.bind(statement, user.scope(), Data.FIGURES, today)
                .param("year", year)
                .param("q", (q == null ? List.<String>of() : SortKeys.patterns(q)).toArray(String[]::new));
    }

    private static StatementSpec bind(StatementSpec statement, UUID id, SavingCommand told) {
        return statement
                .param("id", id)
                .param("unit", told.unit())
                .param("year", told.year())
                .param("field", told.field().strip())
                .param("name", told.name().strip())
                .param("audience", String.valueOf(told.audience()))
                .param("legal", told.legalDays())
                .param("actual", told.actualDays())
                .param("dossiers", told.dossiers())
                .param("source", told.source().strip());
    }

    private void tell(String action, @Nullable SavingView before, SavingView after) {
        events.publishEvent(new Audited(action, "saving", after.id().toString(), after.unitId(), before, after, null));
    }
}
