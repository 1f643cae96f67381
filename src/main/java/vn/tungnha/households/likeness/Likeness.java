package vn.tungnha.households.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How alike two entries are: bits of evidence that add up, against the odds that two people of one ward chosen at random are
 * one. A common name says little, a rare one much; within a household a family name says nothing.
 *
 * @param bits above 0: rather one person than two
 * @param reasons in the order in which they are told
 */
public record Likeness(double bits, List<Reason> reasons) implements Comparable<Likeness> {

    /** One of fifty is entered twice, among 100.000: a pair chosen at random is one person once in five million times. */
    private static final double ODDS = 22;

    private static final double STRONG = 5;
    private static final double WEAK = -8;

    public static Likeness of(Described one, Described other) {
        List<Reason> reasons = new ArrayList<>();
        boolean home = one.household() != null && one.household().equals(other.household());
        NameLikeness name = NameLikeness.of(words(one), words(other), home);
        reasons.add(name.reason());
        double bits = name.bits() - ODDS + year(one.birthYear(), other.birthYear(), reasons);
        bits += number(one.citizen(), other.citizen(), 34, -30, Reason.CITIZEN_SAME, Reason.CITIZEN_OTHER, reasons);
        bits += number(one.phone(), other.phone(), home ? 2 : 14, -3, Reason.PHONE_SAME, Reason.PHONE_OTHER, reasons);
        if (home) {
            reasons.add(Reason.HOUSEHOLD_SAME);
            bits += name.reason() == Reason.NAME_LETTER ? 17.5 : 19;
        } else if (one.alley() != null && one.alley().equals(other.alley())) {
            reasons.add(Reason.ALLEY_SAME);
            bits += 6;
        }
        if (one.sex() != null && other.sex() != null) {
            boolean same = one.sex().equals(other.sex());
            bits += same ? 1 : -5;
            if (!same) {
                reasons.add(Reason.SEX_OTHER);
            }
        }
        return new Likeness(bits, List.copyOf(reasons));
    }

    public Strength strength() {
        if (bits >= STRONG) {
            return Strength.STRONG;
        }
        return bits >= 0 ? Strength.LIKELY : bits >= WEAK ? Strength.WEAK : Strength.NONE;
    }

    @Override
    public int compareTo(Likeness other) {
        return Double.compare(other.bits, bits);
    }

    private static double year(@Nullable Integer one, @Nullable Integer other, List<Reason> reasons) {
        if (one == null || other == null) {
            return 0;
        }
        int apart = Math.abs(one - other);
        reasons.add(apart == 0 ? Reason.YEAR_SAME : apart == 1 ? Reason.YEAR_NEAR : Reason.YEAR_OTHER);
        return apart == 0 ? 5.5 : apart == 1 ? 0.5 : -6;
    }

    private static double number(
            @Nullable String one,
            @Nullable String other,
            double same,
            double different,
            Reason yes,
            Reason no,
            List<Reason> reasons) {
        if (one == null || other == null) {
            return 0;
        }
        boolean equal = Objects.equals(one, other);
        reasons.add(equal ? yes : no);
        return equal ? same : different;
    }

    private static List<Word> words(Described who) {
        String name = who.name();
        return name == null ? List.of() : Word.of(name);
    }

    /** How sure one may be. */
    public enum Strength {
        STRONG,
        LIKELY,
        WEAK,
        NONE
    }
}
