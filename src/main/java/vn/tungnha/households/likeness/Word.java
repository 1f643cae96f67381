package vn.tungnha.households.likeness;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.tungnha.shared.VietnameseText;

/**
 * One word of a name.
 *
 * @param marked with its marks, the tone behind the word wherever it was written: "hòa" and "hoà" are one
 * @param bare without any mark, d for đ and i for y
 */
record Word(String marked, String bare) {

    /** Grave, acute, tilde, hook above, dot below. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    static List<Word> of(String name) {
        String clean = VietnameseText.normalise(name).replaceAll("[.,;]+", " ").strip();
        return clean.isEmpty()
                ? List.of()
                : Arrays.stream(clean.split(" +")).map(Word::single).toList();
    }

    /** Written without marks, as on an old telephone: it may stand for any word with the same letters. */
    boolean unmarked() {
        return marked.equals(bare);
    }

    boolean mayBe(Word other) {
        return marked.equals(other.marked) || (bare.equals(other.bare) && (unmarked() || other.unmarked()));
    }

    /** One letter more, less, other, or two changed about. */
    boolean nearly(Word other) {
        return bare.equals(other.bare) || (Math.min(bare.length(), other.bare.length()) > 1 && oneOff(other.bare));
    }

    private boolean oneOff(String other) {
        String shorter = bare.length() <= other.length() ? bare : other;
        String longer = bare.length() <= other.length() ? other : bare;
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        if (longer.length() - shorter.length() == 1) {
            return longer.substring(same + 1).equals(shorter.substring(same));
        }
        return longer.length() == shorter.length()
                && (rest(longer, same + 1).equals(rest(shorter, same + 1)) || changedAbout(shorter, longer, same));
    }

    private static boolean changedAbout(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && rest(one, at + 2).equals(rest(other, at + 2));
    }

    private static String rest(String word, int from) {
        return word.substring(Math.min(from, word.length()));
    }

    private static Word single(String word) {
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .chars()
                .forEach(c -> (TONES.indexOf(c) >= 0 ? tones : letters).append((char) c));
        String marked = Normalizer.normalize(letters, Normalizer.Form.NFC).replace('y', 'i') + tones;
        return new Word(marked, VietnameseText.fold(word).replace('y', 'i'));
    }
}
