package vn.tungnha.imports.sheet;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Vietnamese written in the fonts of the nineties, by searching for what is read as each letter. */
final class Drawn {

    private static final Map<Lettering, Map<String, String>> WAYS = new HashMap<>();

    private Drawn() {}

    static String as(Lettering lettering, String text) {
        Map<String, String> way = WAYS.computeIfAbsent(lettering, Drawn::way);
        StringBuilder drawn = new StringBuilder();
        for (String letter : Normalizer.normalize(text, Normalizer.Form.NFC).split("")) {
            drawn.append(way.getOrDefault(letter, way.getOrDefault(letter.toLowerCase(java.util.Locale.ROOT), letter)));
        }
        return drawn.toString();
    }

    /** The tone apart from its vowel, as in windows-1258. */
    static String apart(String text) {
        StringBuilder apart = new StringBuilder();
        for (String letter : Normalizer.normalize(text, Normalizer.Form.NFC).split("")) {
            String pieces = Normalizer.normalize(letter, Normalizer.Form.NFD);
            String tone = pieces.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            apart.append(Normalizer.normalize(
                            pieces.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC))
                    .append(tone);
        }
        return apart.toString();
    }

    private static Map<String, String> way(Lettering lettering) {
        Map<String, String> way = new HashMap<>();
        for (char first = ' '; first <= 0xFF; first++) {
            String one = String.valueOf(first);
            if (lettering.read(one).length() == 1 && !lettering.read(one).equals(one)) {
                way.put(lettering.read(one), one);
            }
            for (char second = 0xA1; second <= 0xFF && lettering == Lettering.VNI; second++) {
                String two = one + second;
                if (lettering.read(two).length() == 1) {
                    way.put(lettering.read(two), two);
                }
            }
        }
        return way;
    }
}
