package vn.tungnha.indicators;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/**
 * Indicators that are no longer reckoned from a day on, and their return. Periods that ended before that day keep their
 * figures; a period that ends on it or later has none.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class Endings {

    private final JdbcClient jdbc;
    private final DefinitionDrafts drafts;
    private final DefinitionStore store;
    private final Restatements restatements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param from the first day without it */
    public record Ending(
            LocalDate from, String reason, @Nullable String by, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Ending> of(String code) {
        return jdbc.sql("""
                        select v.valid_to, i.ending_reason, a.display_name, i.ended_at
                        from indicator i left join account a on a.id = i.ended_by
                        join lateral (select max(valid_to) as valid_to from indicator_version where indicator_id = i.id) v on true
                        where i.code = :code and i.ending_reason is not null
                        """)
                .param("code", code)
                .query((row, n) -> new Ending(
                        row.getObject("valid_to", LocalDate.class).plusDays(1),
                        row.getString("ending_reason"),
                        row.getString("display_name"),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** @throws RuleBroken at {@code from} or {@code reason}, or while a score needs it */
    public void end(String code, @Nullable LocalDate from, @Nullable String reason, CurrentUser user) {
        IndicatorDefinition last = hold(code, user);
        if (of(code).isPresent()) {
            throw new RuleBroken("indicators.define.error.ended", code);
        }
        if (from == null || from.getYear() < 2000 || from.getYear() > 2100) {
            throw RuleBroken.at("from", "indicators.define.error.from");
        }
        if (!from.isAfter(last.validFrom())) {
            throw RuleBroken.at("from", "indicators.define.error.from-before", last.validFrom());
        }
        String why = Publications.reason(reason);
        LocalDate kept = lastKept(last);
        if (kept != null && !from.isAfter(kept)) {
            throw RuleBroken.at("from", "indicators.define.error.end-locked", kept);
        }
        List<String> scores = scores(last, from);
        if (!scores.isEmpty()) {
            throw new RuleBroken("indicators.define.error.end-score", String.join(", ", scores));
        }
        store.end(last, from.minusDays(1));
        note(last, why, user);
        tell("ended", code, null, Map.of("from", from), why);
        restatements.enter(last, "ENDED", from, why, user);
    }

    /** Takes the ending back, as if it had never been. */
    public void resume(String code, @Nullable String reason, CurrentUser user) {
        IndicatorDefinition last = hold(code, user);
        Ending ending = of(code).orElseThrow(() -> new NotFound("ending", code));
        String why = Publications.reason(reason);
        store.reopen(last.id(), last.version());
        note(last, null, user);
        tell("resumed", code, Map.of("from", ending.from()), null, why);
        restatements.enter(last, "RESUMED", ending.from(), why, user);
    }

    private IndicatorDefinition hold(String code, CurrentUser user) {
        DefinitionDrafts.require(user);
        jdbc.sql("select id from indicator where code = :code for update")
                .param("code", code)
                .query(Integer.class)
                .optional();
        IndicatorDefinition last = drafts.current(code);
        if (last == null) {
            throw new NotFound("indicator", code);
        }
        return last;
    }

    /** The last day of the reports handed in and periods locked with it. */
    private @Nullable LocalDate lastKept(IndicatorDefinition last) {
        return jdbc.sql("""
                        select max(last_day) from (
                            select l.last_day from locked_figure f join period_lock l on l.id = f.lock_id
                            where f.indicator_id = :id and f.value is not null
                            union all
                            select r.last_day from team_report_figure f join team_report r on r.id = f.report_id
                            where f.indicator_id = :id and f.value is not null) kept
                        """)
                .param("id", last.id())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    /** Scores that are made of it on that day or later. */
    private List<String> scores(IndicatorDefinition last, LocalDate from) {
        return jdbc.sql("""
                        select distinct i.code from indicator_component c
                        join indicator_version v on v.id = c.indicator_version_id and v.valid_to >= :from
                        join indicator i on i.id = v.indicator_id
                        where c.indicator_id = :id order by 1
                        """)
                .param("id", last.id())
                .param("from", from)
                .query(String.class)
                .list();
    }

    private void note(IndicatorDefinition last, @Nullable String reason, CurrentUser user) {
        jdbc.sql("update indicator set ending_reason = :reason, ended_by = :by, ended_at = :at where id = :id")
                .param("reason", reason, Types.VARCHAR)
                .param("by", reason == null ? null : user.accountId(), Types.OTHER)
                .param(
                        "at",
                        reason == null ? null : clock.instant().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", last.id())
                .update();
    }

    private void tell(String what, String code, @Nullable Object before, @Nullable Object after, String reason) {
        events.publishEvent(new Audited("indicator." + what, "indicator", code, null, before, after, reason));
    }

    /** The first day proposed: the next month's, as figures are shown by whole months. */
    public LocalDate proposedDay() {
        return Days.today(clock).withDayOfMonth(1).plusMonths(1);
    }
}
