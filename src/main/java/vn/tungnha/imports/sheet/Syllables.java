package vn.tungnha.imports.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether text looks like Vietnamese: its words are syllables, with their marks where marks can stand. */
final class Syllables {

    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern SYLLABLE = Pattern.compile("(ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
            + "(oa|oă|oe|oo|uâ|uê|uô|uơ|uy|uyê|uya|iê|yê|ươ|ia|ua|ưa|[aăâeêioôơuưy])"
            + "(ch|ng|nh|[cmnptiouy])?");

    /** Of the words that are more than plain letters, how many are syllables, and how many are none. */
    record Count(int good, int bad) {

        double share() {
            return good + bad == 0 ? 0 : (double) good / (good + bad);
        }

        Count plus(Count other) {
            return new Count(good + other.good, bad + other.bad);
        }
    }

    private Syllables() {}

    /** @param raw as it stands in the file, which tells the words that matter; both have the same words */
    static Count count(String raw, Lettering lettering) {
        int good = 0;
        int bad = 0;
        for (String word : raw.split("[\\s,.;:/()\"-]+")) {
            if (word.chars().allMatch(letter -> letter < 0x80)) {
                continue;
            }
            if (isSyllable(lettering.read(word))) {
                good++;
            } else {
                bad++;
            }
        }
        return new Count(good, bad);
    }

    static boolean isSyllable(String word) {
        String apart = Normalizer.normalize(
                Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        if (!LETTERS.matcher(apart).matches() || TONES.matcher(apart).results().count() > 1) {
            return false;
        }
        String toneless = Normalizer.normalize(TONES.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
        return SYLLABLE.matcher(toneless).matches();
    }
}
