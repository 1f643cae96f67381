package vn.tungnha.closing;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.LockedAmounts;
import vn.tungnha.shared.Period;

/** The figures of the latest lock of each commune and period, for any page that shows them as locked. */
@Component
@RequiredArgsConstructor
class LockedRows implements LockedAmounts {

    private final JdbcClient jdbc;

    @Override
    public Map<Key, Amount> of(Collection<Long> units, Collection<Period> periods, Collection<String> indicators) {
        Map<Key, Amount> amounts = new HashMap<>();
        jdbc.sql("""
                        select l.unit_id, i.code, f.variant, l.first_day, l.last_day, f.numerator, f.denominator, f.value, f.target
                        from (select distinct on (p.unit_id, p.first_day, p.last_day) p.id, p.unit_id, p.first_day, p.last_day
                              from period_lock p
                              join (select distinct * from unnest(:firsts, :lasts) as d (first_day, last_day)) d
                                  using (first_day, last_day)
                              where p.unit_id = any(:units)
                              order by p.unit_id, p.first_day, p.last_day, p.version desc) l
                        join locked_figure f on f.lock_id = l.id
                        join indicator i on i.id = f.indicator_id and i.code = any(:indicators)
                        """)
                .param("units", units.toArray(Long[]::new))
                .param(
                        "firsts",
                        periods.stream().map(it -> Date.valueOf(it.first())).toArray(Date[]::new))
                .param(
                        "lasts",
                        periods.stream().map(it -> Date.valueOf(it.last())).toArray(Date[]::new))
                .param("indicators", indicators.toArray(String[]::new))
                .query(row -> {
                    amounts.put(
                            new Key(
                                    row.getLong("unit_id"),
                                    row.getString("code"),
                                    row.getString("variant"),
                                    row.getObject("first_day", LocalDate.class),
                                    row.getObject("last_day", LocalDate.class)),
                            new Amount(
                                    row.getBigDecimal("numerator"),
                                    row.getBigDecimal("denominator"),
                                    row.getBigDecimal("value"),
                                    row.getBigDecimal("target")));
                });
        return amounts;
    }
}
