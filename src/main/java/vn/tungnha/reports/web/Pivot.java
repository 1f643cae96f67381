package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A figure turned over: what stands down, what stands across, and the cells between. */
record Pivot(Dimension rows, Dimension columns, List<Item> down, List<Item> across, List<List<Cell>> cells) {

    /** Whether nothing is known in a row: a big screen leaves it out. */
    public boolean unknown(int row) {
        return !down.get(row).whole() && cells.get(row).stream().allMatch(cell -> cell.amount() == null);
    }

    /** By what a figure can be told apart. */
    enum Dimension {
        UNIT,
        PERIOD,
        ACCOUNT,
        ORGANISATION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Dimension> of(@Nullable String code) {
            return List.of(values()).stream()
                    .filter(it -> it.code().equals(code))
                    .findFirst();
        }
    }

    /** @param whole the sum of what follows, as it is reckoned and not as it would add up */
    record Item(String key, String name, @Nullable String url, boolean whole) {}

    /** @param note numerator and denominator, or nothing */
    record Cell(@Nullable BigDecimal amount, String text, String note) {}

    /** Rows and columns that are offered for a figure: the ones asked for, or else the first two that differ. */
    record Choice(Dimension rows, Dimension columns) {

        static Choice of(@Nullable String rows, @Nullable String columns, Set<Dimension> offered) {
            Dimension down = Dimension.of(rows).filter(offered::contains).orElse(first(offered, Dimension.of(columns)));
            Dimension across = Dimension.of(columns)
                    .filter(offered::contains)
                    .filter(it -> it != down)
                    .orElse(first(offered, Optional.of(down)));
            return new Choice(down, across);
        }

        private static Dimension first(Set<Dimension> offered, Optional<Dimension> but) {
            return offered.stream()
                    .filter(it -> but.isEmpty() || but.get() != it)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
