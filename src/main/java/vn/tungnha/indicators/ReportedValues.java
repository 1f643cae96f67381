package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;

/** What units report each period: numerators and denominators, never ratios. Every change keeps the old row. */
@Service
@RequiredArgsConstructor
@Transactional
public class ReportedValues {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final Plausibility plausibility;
    private final Counters counters;
    private final ReportedSpans spans;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Values in force of a unit and period, by measure code. */
    @Transactional(readOnly = true)
    public Map<String, ReportedView> of(long unitId, Period period, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, unitId);
        Map<String, ReportedView> byMeasure = new LinkedHashMap<>();
        read(unitId, period, "and r.replaced_at is null").forEach(it -> byMeasure.put(it.measure(), it));
        return byMeasure;
    }

    /** Every value ever entered for a unit and period, the newest first. */
    @Transactional(readOnly = true)
    public List<ReportedView> history(long unitId, Period period, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, unitId);
        return read(unitId, period, "");
    }

    @Transactional(readOnly = true)
    public List<ReportedWarning> warnings(ReportedCommand command, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, command.unitId());
        return plausibility.check(command);
    }

    /** @throws RuleBroken when an amount makes no sense, before anybody is asked whether it is meant */
    @Transactional(readOnly = true)
    public void requireSense(ReportedCommand command) {
        checkAmounts(command, definitions.measures());
    }

    /** What figures of a unit and period are to be compared with before they are stored. */
    @Transactional(readOnly = true)
    Plausibility.Around around(long unitId, Period period, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, unitId);
        return plausibility.around(unitId, period);
    }

    /**
     * Stores what has changed; a value equal to the one in force stays as it is.
     *
     * @return how many values were new or changed
     */
    public int save(ReportedCommand command, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, command.unitId());
        check(command);
        Map<String, MeasureView> measures = definitions.measures();
        checkAmounts(command, measures);
        counters.enter();
        jdbc.sql("select id from unit where id = :id for no key update")
                .param("id", command.unitId())
                .query()
                .listOfRows();
        Map<String, ReportedView> before = of(command.unitId(), command.period(), user);
        Map<String, Object> changedFrom = new TreeMap<>();
        Map<String, Object> changedTo = new TreeMap<>();
        List<FiguresChanged.Change> changes = new ArrayList<>();
        command.values().forEach((code, amount) -> {
            MeasureView measure = Objects.requireNonNull(measures.get(code));
            ReportedView old = before.get(code);
            if (!changes(old, amount.orElse(null), command)) {
                return;
            }
            if (measure.source() == Source.POPULATION) {
                requireOneLevel(command, measure);
            }
            store(command, measure, amount.orElse(null), user);
            changedFrom.put(code, old == null || old.amount() == null ? "" : old.amount());
            changedTo.put(code, amount.<Object>map(it -> it).orElse(""));
            Span seen = spans.of(command.unitId(), measure, command.period());
            changes.add(new FiguresChanged.Change(
                    command.unitId(),
                    measure.id(),
                    command.period().first(),
                    seen.first(),
                    seen.last(),
                    amount.orElse(null),
                    old == null ? null : old.amount()));
        });
        if (!changedTo.isEmpty()) {
            events.publishEvent(new Audited(
                    "reported.saved",
                    "reported-value",
                    command.unitId() + " " + command.period().code(),
                    command.unitId(),
                    changedFrom,
                    changedTo,
                    null));
            events.publishEvent(new FiguresChanged(changes));
        }
        return changedTo.size();
    }

    private void check(ReportedCommand command) {
        LocalDate today = Days.today(clock);
        if (command.period().first().isAfter(today)) {
            throw RuleBroken.at("period", "indicators.error.period-future");
        }
        if (command.capturedOn().isAfter(today)) {
            throw RuleBroken.at("capturedOn", "indicators.error.captured-future");
        }
        if (command.source().isBlank() || command.source().length() > 300) {
            throw RuleBroken.at("source", "indicators.error.source");
        }
    }

    private static void checkAmounts(ReportedCommand command, Map<String, MeasureView> measures) {
        command.values().forEach((code, amount) -> check(code, amount.orElse(null), measures));
    }

    private static void check(String code, @Nullable BigDecimal amount, Map<String, MeasureView> measures) {
        MeasureView measure = measures.get(code);
        if (measure == null || measure.source() == Source.FIELD) {
            throw RuleBroken.at("values." + code, "indicators.error.measure", code);
        }
        if (amount != null && (amount.signum() < 0 || amount.compareTo(MOST) > 0 || amount.scale() > 4)) {
            throw RuleBroken.at("values." + code, "indicators.error.amount", measure.nameVi());
        }
        if (amount != null && measure.refuses(amount)) {
            throw RuleBroken.at("values." + code, "indicators.error.whole", measure.nameVi(), amount);
        }
    }

    private static boolean changes(@Nullable ReportedView old, @Nullable BigDecimal amount, ReportedCommand command) {
        if (old == null) {
            return amount != null;
        }
        BigDecimal was = old.amount();
        boolean sameAmount = was == null ? amount == null : amount != null && was.compareTo(amount) == 0;
        return !sameAmount
                || !old.source().equals(command.source().strip())
                || !old.capturedOn().equals(command.capturedOn());
    }

    /** Population is told by the villages or by the commune, never by both: sums could not be trusted. */
    private void requireOneLevel(ReportedCommand command, MeasureView measure) {
        boolean other = jdbc.sql("""
                        select exists (select from reported_value r
                            join unit_closure c on c.depth > 0 and :day between c.valid_from and c.valid_to
                                and ((c.ancestor_id = :unit and c.descendant_id = r.unit_id)
                                  or (c.descendant_id = :unit and c.ancestor_id = r.unit_id))
                            join unit u on u.id = r.unit_id and u.level in ('COMMUNE', 'VILLAGE')
                            join unit own on own.id = :unit and own.level in ('COMMUNE', 'VILLAGE')
                            where r.measure_id = :measure and r.replaced_at is null and r.amount is not null)
                        """)
                .param("unit", command.unitId())
                .param("measure", measure.id())
                .param("day", command.period().last())
                .query(Boolean.class)
                .single();
        if (other) {
            throw RuleBroken.at("values." + measure.code(), "indicators.error.two-levels", measure.nameVi());
        }
    }

    private void store(ReportedCommand command, MeasureView measure, @Nullable BigDecimal amount, CurrentUser user) {
        jdbc.sql("update reported_value set replaced_at = :now where unit_id = :unit and measure_id = :measure "
                        + "and period = :period and replaced_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("unit", command.unitId())
                .param("measure", measure.id())
                .param("period", command.period().code())
                .update();
        jdbc.sql("""
                        insert into reported_value (unit_id, measure_id, period, first_day, last_day, amount, source, captured_on,
                                                    entered_by, entered_at)
                        values (:unit, :measure, :period, :first, :last, :amount, :source, :captured, :by, :now)
                        """)
                .param("unit", command.unitId())
                .param("measure", measure.id())
                .param("period", command.period().code())
                .param("first", command.period().first())
                .param("last", command.period().last())
                .param("amount", amount, Types.NUMERIC)
                .param("source", command.source().strip())
                .param("captured", command.capturedOn())
                .param("by", user.accountId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<ReportedView> read(long unitId, Period period, String and) {
        return jdbc.sql("""
                        select m.code as measure, r.period, r.amount, r.source, r.captured_on, a.display_name as entered_by,
                               r.entered_at, r.replaced_at
                        from reported_value r join measure m on m.id = r.measure_id
                        left join account a on a.id = r.entered_by
                        where r.unit_id = :unit and r.period = :period
                        """ + and + " order by m.position, r.entered_at desc, r.id desc")
                .param("unit", unitId)
                .param("period", period.code())
                .query((row, number) -> new ReportedView(
                        row.getString("measure"),
                        row.getString("period"),
                        row.getBigDecimal("amount"),
                        row.getString("source"),
                        row.getObject("captured_on", LocalDate.class),
                        row.getString("entered_by"),
                        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("replaced_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }
}
