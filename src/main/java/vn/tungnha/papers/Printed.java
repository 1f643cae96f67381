package vn.tungnha.papers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.shared.Vn;

/** Numbers as an official document prints them: with the decimals of their definition. */
final class Printed {

    /** Of shares of a target and of changes in per cent, which no definition speaks of. */
    private static final int DECIMALS = 2;

    private static final Vn VN = Vn.vi();

    private Printed() {}

    /** "97,18%", "13.781", "hơn 90%"; a dash where it is not known. */
    static String value(PaperFigure figure) {
        return qualified(figure.qualifier()) + amount(figure, figure.value());
    }

    /** Another value of the same indicator: the period before, last year. */
    static String amount(PaperFigure figure, @Nullable BigDecimal value) {
        // whoever published "hơn 90%" did not mean 90,00%
        boolean asStated = figure.stated() && figure.rate() && figure.denominator() == null;
        return asStated && value != null
                ? VN.number(value) + "%"
                : new Amounts(VN).of(figure.kind(), figure.decimals(), value);
    }

    /** What was done: "138/142" of a rate, "13.781" of a count or of what was assigned. */
    static String done(PaperFigure figure) {
        if (!figure.rate()) {
            return value(figure);
        }
        return figure.quota() ? VN.number(figure.numerator()) : fraction(figure);
    }

    static String fraction(PaperFigure figure) {
        return figure.numerator() == null && figure.denominator() == null
                ? Vn.NONE
                : VN.fraction(figure.numerator(), figure.denominator());
    }

    /** The target as it was given: "90%", "9.955". */
    static String target(PaperFigure figure) {
        if (figure.quota()) {
            return VN.number(figure.denominator());
        }
        return figure.target() == null ? Vn.NONE : goal(figure);
    }

    static String goal(PaperFigure figure) {
        return figure.rate() ? VN.number(figure.target()) + "%" : VN.number(figure.target());
    }

    /** The share: a rate's own value, or how much of its target a count has reached. */
    static String share(PaperFigure figure) {
        if (figure.rate()) {
            return value(figure);
        }
        BigDecimal share = ofTarget(figure);
        return share == null ? "" : VN.percent(share, DECIMALS);
    }

    static @Nullable BigDecimal ofTarget(PaperFigure figure) {
        BigDecimal target = figure.target();
        return figure.value() == null || target == null || target.signum() == 0
                ? null
                : hundredfold(figure.value(), target);
    }

    /** "+1,10 điểm %", "−84"; empty where one of the two is not known. */
    static String change(PaperFigure figure, @Nullable BigDecimal before) {
        BigDecimal change = difference(figure, before);
        if (change == null) {
            return Vn.NONE;
        }
        return VN.signed(change, figure.decimals() == null ? scale(change) : figure.decimals());
    }

    /** The difference of the two numbers as they are printed, so that it can be checked with a pencil. */
    static @Nullable BigDecimal difference(PaperFigure figure, @Nullable BigDecimal before) {
        BigDecimal value = figure.value();
        if (value == null || before == null) {
            return null;
        }
        return rounded(figure, value).subtract(rounded(figure, before));
    }

    static BigDecimal rounded(PaperFigure figure, BigDecimal value) {
        return value.setScale(places(figure), RoundingMode.HALF_UP);
    }

    static BigDecimal hundredfold(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(100)).divide(whole, 10, RoundingMode.HALF_UP);
    }

    static String number(BigDecimal value) {
        return VN.number(value);
    }

    /** What lies between two values: percentage points of a rate, so many of a count. */
    static String points(PaperFigure figure, BigDecimal value) {
        return figure.decimals() == null ? VN.number(value) : VN.number(value, figure.decimals());
    }

    /** To a target that may have been given with more decimals than the rate is printed with. */
    static String gap(PaperFigure figure, BigDecimal gap, BigDecimal target) {
        return VN.number(gap, Math.max(places(figure), Math.min(DECIMALS, scale(target))));
    }

    static String points(BigDecimal value) {
        return VN.number(value, DECIMALS);
    }

    private static int places(PaperFigure figure) {
        return Objects.requireNonNullElse(figure.decimals(), DECIMALS);
    }

    private static int scale(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    static String qualified(@Nullable String qualifier) {
        if (qualifier == null) {
            return "";
        }
        return switch (qualifier) {
            case "OVER" -> "hơn ";
            case "ALMOST" -> "gần ";
            case "ABOUT" -> "khoảng ";
            default -> "";
        };
    }
}
