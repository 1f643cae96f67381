package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Period;

/**
 * Series that go on across the founding of a unit: periods before it show what went into it, under the tree of its first
 * day, so that one line can be drawn with a mark where the units were put together.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class SeriesAcross {

    private final Figures figures;
    private final JdbcClient jdbc;

    private record Slot(long unit, String indicator, Period period) {}

    /** The values of {@link Figures}, in the same order and without comparisons; one query more for each day on which units were founded. */
    public List<IndicatorValue> values(FigureQuery query) {
        List<IndicatorValue> values = figures.values(query.alone());
        if (query.structure().pinned() != null || query.units().isEmpty()) {
            return values;
        }
        Map<Slot, IndicatorValue> before = new HashMap<>();
        founded(query).forEach((day, units) -> {
            List<Period> earlier = query.periods().stream()
                    .filter(it -> it.last().isBefore(day))
                    .toList();
            figures.values(FigureQuery.ofUnits(units, query.indicators(), earlier, Structure.on(day))
                            .alone())
                    .forEach(it -> before.put(slot(it), it));
        });
        if (before.isEmpty()) {
            return values;
        }
        List<IndicatorValue> joined = new ArrayList<>();
        for (IndicatorValue value : values) {
            joined.add(value.ofTeam() ? value : before.getOrDefault(slot(value), value));
        }
        return joined;
    }

    /** The first period that is not over before a day while the one before it is: where the mark stands. */
    public static OptionalInt breakAt(List<Period> periods, @Nullable LocalDate day) {
        for (int i = 1; day != null && i < periods.size(); i++) {
            if (periods.get(i - 1).last().isBefore(day)
                    && !periods.get(i).last().isBefore(day)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Units by the day they came into being, of those that are younger than some of the periods. */
    private Map<LocalDate, List<Long>> founded(FigureQuery query) {
        LocalDate oldest = query.periods().stream()
                .map(Period::last)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        Map<LocalDate, List<Long>> founded = new TreeMap<>();
        jdbc.sql("""
                        select u.id, least(u.valid_from, d.valid_from) as since
                        from unit u left join unit d on d.id = u.continues_id
                        where u.id = any(:ids) and least(u.valid_from, d.valid_from) > :oldest order by u.id
                        """)
                .param("ids", query.units().toArray(Long[]::new))
                .param("oldest", oldest)
                .query(row -> {
                    founded.computeIfAbsent(row.getObject("since", LocalDate.class), day -> new ArrayList<>())
                            .add(row.getLong("id"));
                });
        return founded;
    }

    private static Slot slot(IndicatorValue it) {
        return new Slot(it.place(), it.indicator() + "/" + it.variant().code(), it.period());
    }
}
