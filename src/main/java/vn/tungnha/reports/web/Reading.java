package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.indicators.StatedValue;

/** One figure and the one before it, as a reader is told about them. */
record Reading(IndicatorValue value, @Nullable IndicatorValue before, Words words) {

    @Nullable
    BigDecimal amount() {
        return value.value();
    }

    boolean rate() {
        return value.kind() == Kind.RATE;
    }

    /** {@code good, near, bad} against the target, {@code info} without one, {@code none} without a figure. */
    String level() {
        return value.value() != null && value.target() == null ? "info" : value.level();
    }

    /** What the badge says; what is short is said in heads where it can be reckoned. */
    String levelText(@Nullable String noun) {
        String level = level();
        if (level.equals("bad") || level.equals("near")) {
            BigDecimal short_ = shortOf();
            if (short_ != null && short_.signum() > 0) {
                return words.say("level.short", words.vn().number(short_), noun == null ? "" : noun)
                        .strip();
            }
        }
        BigDecimal reached = value.ofTarget();
        boolean over = reached != null && reached.compareTo(BigDecimal.valueOf(110)) >= 0;
        return words.say("level." + (level.equals("good") && over ? "over" : level));
    }

    /** How many are missing to reach the target, rounded up. */
    @Nullable
    BigDecimal shortOf() {
        if (value.target() == null
                || value.numerator() == null
                || !value.definition().up()) {
            return null;
        }
        if (!rate()) {
            return value.target().subtract(value.numerator()).setScale(0, RoundingMode.CEILING);
        }
        if (value.denominator() == null || value.definition().factor().signum() == 0) {
            return null;
        }
        return value.target()
                .multiply(value.denominator())
                .divide(value.definition().factor(), 6, RoundingMode.HALF_UP)
                .subtract(value.numerator())
                .setScale(0, RoundingMode.CEILING);
    }

    String shown() {
        String number = words.amounts().of(value);
        if (value.value() == null) {
            return number;
        }
        String marked = value.exact() ? number : words.say("about", number);
        return value.qualifier() == null || value.qualifier().equals("EXACT")
                ? marked
                : words.say("qualifier." + value.qualifier(), marked);
    }

    /** For a cell of a file. */
    @Nullable
    BigDecimal rounded() {
        return Amounts.rounded(value);
    }

    @Nullable
    BigDecimal roundedChange() {
        return Amounts.rounded(value.definition(), value.kind(), change());
    }

    /** Numerator and denominator; for a stated figure without parts, that there are none. */
    String fraction() {
        if (value.value() == null) {
            return words.say("none");
        }
        if (!rate()) {
            return words.unit(value.definition());
        }
        if (value.numerator() == null && value.denominator() == null) {
            return words.say("no-parts");
        }
        return words.vn().fraction(value.numerator(), value.denominator());
    }

    String target() {
        if (value.target() == null) {
            return words.say("no-target");
        }
        return words.say(
                value.targetCarried() ? "target.carried" : "target",
                words.amounts().given(value.definition(), value.kind(), value.target()));
    }

    /** Only figures of one kind of source are compared. */
    @Nullable
    BigDecimal change() {
        if (before == null || before.value() == null || value.value() == null || before.source() != value.source()) {
            return null;
        }
        return value.value().subtract(before.value());
    }

    int changeSign() {
        BigDecimal change = change();
        return change == null ? 0 : Amounts.sign(value.definition(), value.kind(), change);
    }

    @Nullable
    String changeText() {
        BigDecimal change = change();
        if (change == null) {
            return null;
        }
        String text = words.amounts().change(value.definition(), value.kind(), change);
        return rate() ? text : text + " " + words.unit(value.definition());
    }

    /** Reckoned over some of the units only, or with an estimated share. */
    @Nullable
    String caution() {
        if (value.coverage() != null) {
            return words.say(
                    "coverage",
                    words.vn().number(value.coverage().units()),
                    words.vn().number(value.coverage().of()));
        }
        return value.locked() ? words.say("locked") : value.exact() ? null : words.say("estimate");
    }

    /** Published elsewhere: what is shown is what was printed, or comes to the same parts. */
    boolean published() {
        StatedValue stated = value.stated();
        return stated != null
                && (onlyStated()
                        || same(stated.numerator(), value.numerator())
                                && same(stated.denominator(), value.denominator()));
    }

    @Nullable
    String source(boolean demonstration) {
        if (value.value() == null) {
            return null;
        }
        return published() ? words.say("source.stated") : demonstration ? words.say("source.demo") : null;
    }

    private boolean onlyStated() {
        return value.source() == Source.STATED;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }
}
