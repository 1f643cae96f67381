package vn.tungnha.door;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hides what would tell of single persons. A count of 1 to 4 is not published: in a group of that size people know each
 * other, and one more fact tells who is meant; nought tells of nobody. Where a published total would give a hidden part away,
 * the next smallest part is hidden as well. A rate over fewer than twenty moves by more than five points with one person
 * and is no statement about a place.
 */
public final class SmallCells {

    /** Counts below are not published. */
    public static final int LEAST_COUNT = 5;

    /** Rates over fewer are not published. */
    public static final int LEAST_BASE = 20;

    private SmallCells() {}

    public static boolean small(@Nullable BigDecimal count) {
        return count != null && count.signum() > 0 && count.compareTo(BigDecimal.valueOf(LEAST_COUNT)) < 0;
    }

    public static boolean thin(@Nullable BigDecimal base) {
        return base == null || base.compareTo(BigDecimal.valueOf(LEAST_BASE)) < 0;
    }

    /**
     * Which of the parts of a published total are hidden.
     *
     * @param parts null where nothing is known; that is not added up either
     * @return one for each part
     */
    public static List<Boolean> hidden(List<? extends @Nullable BigDecimal> parts) {
        List<Boolean> hidden = new ArrayList<>();
        BigDecimal covered = BigDecimal.ZERO;
        int known = 0;
        for (BigDecimal part : parts) {
            boolean small = small(part);
            hidden.add(small);
            if (small) {
                covered = covered.add(part);
                known++;
            }
        }
        List<Integer> others = IntStream.range(0, parts.size())
                .filter(at -> !hidden.get(at)
                        && parts.get(at) != null
                        && parts.get(at).signum() > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> parts.get(at)))
                .toList();
        int next = 0;
        while (known > 0
                && (known < 2 || covered.compareTo(BigDecimal.valueOf(LEAST_COUNT)) < 0)
                && next < others.size()) {
            int at = others.get(next++);
            hidden.set(at, true);
            covered = covered.add(parts.get(at));
            known++;
        }
        return hidden;
    }
}
