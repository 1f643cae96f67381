package vn.tungnha.indicators;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Puts drafts into force from a day on, and takes the last version back while nothing stands on it. */
@Service
@RequiredArgsConstructor
@Transactional
public class Publications {

    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final DefinitionDrafts drafts;
    private final DefinitionStore store;
    private final Restatements restatements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * The draft becomes the version in force from a day on; periods that ended before keep theirs.
     *
     * @param draftVersion what was previewed; somebody else's change since then is refused
     */
    public void publish(
            String code, int draftVersion, @Nullable LocalDate from, @Nullable String reason, CurrentUser user) {
        DefinitionDrafts.require(user);
        jdbc.sql("select code from indicator_draft where code = :code for update")
                .param("code", code)
                .query(String.class)
                .optional();
        DefinitionDrafts.Draft draft = drafts.get(code);
        if (draft.version() != draftVersion) {
            throw new Stale("draft", code);
        }
        if (from == null || from.getYear() < 2000 || from.getYear() > 2100) {
            throw RuleBroken.at("from", "indicators.define.error.from");
        }
        String why = reason(reason);
        IndicatorDefinition before = drafts.current(code);
        if (before != null && !from.isAfter(before.validFrom())) {
            throw RuleBroken.at("from", "indicators.define.error.from-before", before.validFrom());
        }
        if (before != null && before.ended()) {
            throw new RuleBroken("indicators.define.error.ended", code);
        }
        IndicatorDefinition definition = drafts.read(draft.fields());
        int indicator = before == null ? store.insert(definition) : before.id();
        if (before != null) {
            store.end(before, from.minusDays(1));
            store.arrange(indicator, definition);
        }
        store.insert(
                indicator,
                definition,
                from,
                why,
                user.accountId(),
                clock.instant().atOffset(ZoneOffset.UTC));
        drafts.remove(code);
        tell(
                "published",
                code,
                before == null ? null : DefinitionFields.of(before).texts(),
                Map.of("from", from, "fields", draft.fields().texts()),
                why);
        if (before != null) {
            restatements.enter(before, "PUBLISHED", from, why, user);
        }
    }

    /**
     * Takes the last version back, and makes a draft of it again.
     *
     * @throws RuleBroken when it was shipped, or figures of reports and locked periods were reckoned by it, or a new
     *     indicator is in use
     */
    public void withdraw(String code, int version, @Nullable String reason, CurrentUser user) {
        DefinitionDrafts.require(user);
        IndicatorDefinition last = drafts.current(code);
        if (last == null || last.version() != version) {
            throw new NotFound("version", code + " " + version);
        }
        if (last.ended()) {
            throw new RuleBroken("indicators.define.error.ended", code);
        }
        String why = reason(reason);
        OffsetDateTime published = store.published(last);
        if (published == null) {
            throw new RuleBroken("indicators.define.error.shipped");
        }
        if (uses(last, published) > 0) {
            throw new RuleBroken("indicators.define.error.used");
        }
        store.delete(last);
        if (version == 1) {
            removed(last);
        } else {
            store.reopen(last.id(), version - 1);
        }
        drafts.insert(code, DefinitionFields.of(last), user);
        tell("withdrawn", code, DefinitionFields.of(last).texts(), null, why);
        if (version > 1) {
            restatements.enter(last, "WITHDRAWN", last.validFrom(), why, user);
        }
    }

    /** Whatever points at a new indicator keeps it: targets, reports, dashboards, scores. */
    private void removed(IndicatorDefinition last) {
        try {
            jdbc.sql("delete from indicator where id = :id")
                    .param("id", last.id())
                    .update();
        } catch (DataIntegrityViolationException inUse) {
            throw new RuleBroken("indicators.define.error.used");
        }
    }

    /** Figures handed in or locked since, of periods that end when this version was in force. */
    private int uses(IndicatorDefinition last, OffsetDateTime published) {
        return jdbc.sql("""
                        select (select count(*) from locked_figure f join period_lock l on l.id = f.lock_id
                                where f.indicator_id = :id and l.last_day >= :from and l.locked_at >= :published)
                             + (select count(*) from team_report_figure f join team_report r on r.id = f.report_id
                                where f.indicator_id = :id and r.last_day >= :from and r.submitted_at >= :published)
                        """)
                .param("id", last.id())
                .param("from", last.validFrom(), Types.DATE)
                .param("published", published)
                .query(Integer.class)
                .single();
    }

    static String reason(@Nullable String typed) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw RuleBroken.at("reason", "indicators.define.error.reason", LONGEST);
        }
        return reason;
    }

    private void tell(String what, String code, @Nullable Object before, @Nullable Object after, String reason) {
        events.publishEvent(new Audited("indicator." + what, "indicator", code, null, before, after, reason));
    }

    /** The first day proposed for a new version: the next month's, as figures are shown by whole months. */
    public LocalDate proposedDay() {
        return Days.today(clock).withDayOfMonth(1).plusMonths(1);
    }
}
