package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.StatedValue;
import vn.tungnha.units.UnitView;

/** Units side by side by one indicator, the best first, those without a figure last. */
record AreaRanking(List<Row> rows, String indicator, Readings readings) {

    /**
     * One unit.
     *
     * @param shared whether another one has the same rank
     */
    record Row(
            UnitView unit,
            @Nullable Integer rank,
            boolean shared,
            @Nullable Integer before,
            Reading reading) {

        int moved() {
            return rank == null || before == null ? 0 : before - rank;
        }
    }

    static AreaRanking of(List<UnitView> units, String indicator, Readings readings) {
        List<Long> ids = units.stream().map(UnitView::id).toList();
        int last = readings.periods().size() - 1;
        Ranks ranks = Ranks.of(ids, readings, indicator, last);
        Ranks before = last == 0 ? new Ranks(Map.of()) : Ranks.of(ids, readings, indicator, last - 1);
        List<Row> rows = new ArrayList<>();
        for (UnitView unit : units) {
            rows.add(new Row(
                    unit,
                    ranks.number(unit.id()),
                    ranks.shared(unit.id()),
                    before.number(unit.id()),
                    readings.now(unit.id(), indicator)));
        }
        rows.sort(Comparator.comparing(Row::rank, Comparator.nullsLast(Comparator.naturalOrder())));
        return new AreaRanking(rows, indicator, readings);
    }

    /** "3/14": the rank that was published stands before the one reckoned from what is known; null where neither says much. */
    @Nullable
    String place(Row row, Words words) {
        StatedValue stated = row.reading().value().stated();
        Integer rank = stated != null && stated.rank() != null ? stated.rank() : row.rank();
        Integer of = stated != null && stated.rank() != null ? stated.ranked() : Integer.valueOf(known().size());
        if (rank == null || of != null && of < 2) {
            return null;
        }
        return of == null
                ? words.vn().number(rank)
                : words.vn().number(rank) + "/" + words.vn().number(of);
    }

    List<Row> known() {
        return rows.stream().filter(row -> row.rank() != null).toList();
    }

    List<Row> unknown() {
        return rows.stream().filter(row -> row.rank() == null).toList();
    }

    long reached() {
        return rows.stream().filter(row -> row.reading().level().equals("good")).count();
    }

    @Nullable
    BigDecimal median() {
        List<BigDecimal> amounts = rows.stream()
                .map(row -> row.reading().amount())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        int half = amounts.size() / 2;
        if (amounts.isEmpty()) {
            return null;
        }
        return amounts.size() % 2 == 1
                ? amounts.get(half)
                : amounts.get(half - 1).add(amounts.get(half)).divide(BigDecimal.valueOf(2));
    }

    /** The target that most rows share, for the tick of the chart; null where none has one. */
    @Nullable
    BigDecimal target() {
        return rows.stream()
                .map(row -> row.reading().value().target())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
