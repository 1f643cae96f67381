package vn.tungnha.households.likeness;

import java.util.List;

/**
 * What two names have in common.
 *
 * @param bits how much that says
 */
record NameLikeness(Reason reason, double bits) {

    private static final double SHARED_MIDDLE_IN_FAMILY = 0.3;

    /** Middle and given names of one sex go together: less is said by both than by each. */
    private static final double MEN_AND_WOMEN = 1.5;

    /** @param family whether both live in one household, where a family name in common says nothing */
    static NameLikeness of(List<Word> one, List<Word> other, boolean family) {
        if (one.isEmpty() || other.isEmpty()) {
            return new NameLikeness(Reason.NAME_UNKNOWN, 0);
        }
        double all = bits(one, family);
        if (one.size() == other.size()) {
            return sameLength(one, other, all);
        }
        List<Word> longer = one.size() > other.size() ? one : other;
        List<Word> shorter = one.size() > other.size() ? other : one;
        boolean ends = longer.get(0).mayBe(shorter.get(0)) && last(longer).mayBe(last(shorter));
        if (shorter.size() > 1 && ends && within(middle(shorter), middle(longer))) {
            return new NameLikeness(Reason.NAME_MIDDLE, bits(shorter, family) - 1.5);
        }
        return new NameLikeness(Reason.NAME_OTHER, -14);
    }

    private static NameLikeness sameLength(List<Word> one, List<Word> other, double all) {
        if (one.equals(other)) {
            return new NameLikeness(Reason.NAME_SAME, all);
        }
        int unlike = 0;
        int at = 0;
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).mayBe(other.get(i))) {
                unlike++;
                at = i;
            }
        }
        if (unlike == 0) {
            return new NameLikeness(Reason.NAME_MARKS, all - 1);
        }
        if (one.stream()
                        .map(Word::bare)
                        .sorted()
                        .toList()
                        .equals(other.stream().map(Word::bare).sorted().toList())
                && unlike > 1) {
            return new NameLikeness(Reason.NAME_ORDER, all - 3);
        }
        if (unlike == 1 && one.get(at).nearly(other.get(at))) {
            boolean bothNames = NameRarity.isName(one.get(at)) && NameRarity.isName(other.get(at));
            return new NameLikeness(Reason.NAME_LETTER, all - (bothNames ? 9 : 3));
        }
        return new NameLikeness(Reason.NAME_OTHER, -14);
    }

    private static double bits(List<Word> words, boolean family) {
        double given = NameRarity.given(last(words));
        if (words.size() == 1) {
            return given;
        }
        double middle = NameRarity.middle(middle(words));
        return family
                ? given + middle * SHARED_MIDDLE_IN_FAMILY
                : given + middle + NameRarity.family(words.get(0)) - MEN_AND_WOMEN;
    }

    private static boolean within(List<Word> few, List<Word> many) {
        int next = 0;
        for (Word word : many) {
            if (next < few.size() && few.get(next).mayBe(word)) {
                next++;
            }
        }
        return next == few.size();
    }

    private static List<Word> middle(List<Word> words) {
        return words.size() < 3 ? List.of() : words.subList(1, words.size() - 1);
    }

    private static Word last(List<Word> words) {
        return words.get(words.size() - 1);
    }
}
