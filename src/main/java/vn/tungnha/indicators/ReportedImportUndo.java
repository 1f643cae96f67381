package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.Staying;
import vn.tungnha.shared.table.TakesBack;

/** Takes back reported numbers that came with a file: what stood there before stands there again. */
@Component
@RequiredArgsConstructor
class ReportedImportUndo implements TakesBack<CurrentUser> {

    private static final String SUBJECT = "reported";

    private final ReportedValues reported;
    private final JdbcClient jdbc;

    /** The value in force of a unit, period and measure. */
    Made made(long unit, Period period, String measure) {
        String ref = jdbc.sql("""
                        select r.id::text from reported_value r join measure m on m.id = r.measure_id
                        where r.unit_id = :unit and r.period = :period and m.code = :measure and r.replaced_at is null""")
                .param("unit", unit)
                .param("period", period.code())
                .param("measure", measure)
                .query(String.class)
                .single();
        return new Made(SUBJECT, ref, ref, "");
    }

    @Override
    public List<Staying> staying(List<Made> made, CurrentUser user) {
        return jdbc.sql("""
                        select r.id::text as ref, concat_ws(' · ', v.full_name, m.name_vi, r.period) as name
                        from reported_value r join measure m on m.id = r.measure_id
                        join lateral (select full_name from unit_version x where x.unit_id = r.unit_id
                                      order by x.valid_to desc limit 1) v on true
                        where r.id = any(cast(:ids as bigint[])) and r.replaced_at is not null""")
                .param("ids", made.stream().map(Made::ref).toArray(String[]::new))
                .query((row, n) -> Staying.changed(row.getString("ref"), row.getString("name")))
                .list();
    }

    @Override
    public void takeBack(List<Made> made, String reason, CurrentUser user) {
        jdbc.sql("""
                        select r.unit_id, r.period, m.code as measure, b.amount, coalesce(b.source, r.source) as source,
                               coalesce(b.captured_on, r.captured_on) as captured_on
                        from reported_value r join measure m on m.id = r.measure_id
                        left join lateral (
                            select p.amount, p.source, p.captured_on from reported_value p
                            where p.unit_id = r.unit_id and p.measure_id = r.measure_id and p.period = r.period and p.id < r.id
                            order by p.id desc limit 1) b on true
                        where r.id = any(cast(:ids as bigint[])) and r.replaced_at is null order by r.id desc""")
                .param("ids", made.stream().map(Made::ref).toArray(String[]::new))
                .query(Before.class)
                .list()
                .forEach(before -> reported.save(
                        new ReportedCommand(
                                before.unitId(),
                                Period.parse(before.period()).orElseThrow(),
                                before.source(),
                                before.capturedOn(),
                                Map.of(before.measure(), Optional.ofNullable(before.amount()))),
                        user));
    }

    private record Before(
            long unitId,
            String period,
            String measure,
            @Nullable BigDecimal amount,
            String source,
            LocalDate capturedOn) {}
}
