package vn.tungnha.demo;

import java.util.Arrays;
import java.util.List;

/** Choices of which some come up more often. */
final class Weighted {

    private final String[] values;
    private final int[] upTo;

    private Weighted(String[] values, int[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    /** Rows of value and whole-number weight. */
    static Weighted of(List<String[]> rows) {
        String[] values = new String[rows.size()];
        int[] upTo = new int[rows.size()];
        int total = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i)[0];
            total += Integer.parseInt(rows.get(i)[1]);
            upTo[i] = total;
        }
        return new Weighted(values, upTo);
    }

    String pick(Dice dice) {
        int at = Arrays.binarySearch(upTo, dice.below(upTo[upTo.length - 1]) + 1);
        return values[at < 0 ? -at - 1 : at];
    }
}
