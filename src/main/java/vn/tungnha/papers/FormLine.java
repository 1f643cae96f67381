package vn.tungnha.papers;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a form.
 *
 * @param variant null = the standard one
 * @param label what the paper calls it; empty = the name of the indicator
 * @param unit what is counted; empty = as the indicator says
 * @param mark what stands in the first column instead of a number, such as CT01; empty = its number
 */
public record FormLine(String indicator, @Nullable String variant, Part part, String label, String unit, String mark) {

    /** Which number of an indicator is meant: forms that ask for heads want a part of a rate. */
    public enum Part {
        VALUE,
        NUMERATOR,
        DENOMINATOR
    }

    static FormLine of(String indicator, @Nullable String variant) {
        return new FormLine(indicator, variant, Part.VALUE, "", "", "");
    }

    /** What of it is words, in which braces may stand. */
    String words() {
        return String.join("\n", label, unit, mark);
    }

    FormLine filled(UnaryOperator<String> fill) {
        return new FormLine(indicator, variant, part, fill.apply(label), fill.apply(unit), fill.apply(mark));
    }
}
