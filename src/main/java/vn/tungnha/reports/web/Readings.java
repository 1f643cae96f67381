package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.shared.Period;

/** Values of one query by place, indicator and period. */
class Readings {

    private final Map<Key, IndicatorValue> values = new HashMap<>();
    private final List<Period> periods;
    private final Words words;

    private record Key(long place, String indicator, String period) {}

    Readings(List<IndicatorValue> found, List<Period> periods, Words words) {
        found.forEach(
                it -> values.put(new Key(it.place(), it.indicator(), it.period().code()), it));
        this.periods = periods;
        this.words = words;
    }

    /** The figure of the last period. */
    Reading now(long place, String indicator) {
        return at(place, indicator, periods.size() - 1);
    }

    Reading at(long place, String indicator, int period) {
        return new Reading(
                Objects.requireNonNull(value(place, indicator, period)),
                period == 0 ? null : value(place, indicator, period - 1),
                words);
    }

    /** One amount a period, null where it is not known. */
    List<@Nullable BigDecimal> series(long place, String indicator) {
        List<@Nullable BigDecimal> series = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            IndicatorValue value = value(place, indicator, i);
            series.add(value == null ? null : value.value());
        }
        return series;
    }

    List<Period> periods() {
        return periods;
    }

    private @Nullable IndicatorValue value(long place, String indicator, int period) {
        return values.get(new Key(place, indicator, periods.get(period).code()));
    }
}
