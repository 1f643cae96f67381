package vn.tungnha.indicators;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.MeasureView.Adding;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** How long a reported value is what is known, by the rules of {@link ReportedSeries}. */
@Component
@RequiredArgsConstructor
class ReportedSpans {

    private final JdbcClient jdbc;

    /**
     * A flow counts on the days of its period. A stock is known from its last day to the end of the year, population from
     * its first day for ever; both only until a later value takes over.
     */
    Span of(long unit, MeasureView measure, Period period) {
        if (measure.addsOverTime() != Adding.STOCK) {
            return new Span(period.first(), period.last());
        }
        boolean population = measure.source() == Source.POPULATION;
        LocalDate first = population ? period.first() : period.last();
        LocalDate last = population ? Days.FOREVER : LocalDate.of(first.getYear(), 12, 31);
        LocalDate later = later(unit, measure, period, population);
        if (later != null && !later.isAfter(last)) {
            last = later.minusDays(1);
        }
        return new Span(first, last.isBefore(first) ? first : last);
    }

    private @Nullable LocalDate later(long unit, MeasureView measure, Period period, boolean population) {
        return jdbc.sql("""
                        select min(case when :population then first_day else last_day end) from reported_value
                        where unit_id = :unit and measure_id = :measure and replaced_at is null and amount is not null
                          and last_day > :last
                        """)
                .param("population", population)
                .param("unit", unit)
                .param("measure", measure.id())
                .param("last", period.last())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
