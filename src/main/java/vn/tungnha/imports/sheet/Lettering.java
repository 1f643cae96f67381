package vn.tungnha.imports.sheet;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a column's letters are to be read. Fonts of the nineties drew Vietnamese over the letters of Western Europe: in
 * TCVN3 (the fonts .Vn…) each letter is one byte, in VNI (the fonts VNI-…) a mark follows its vowel.
 */
public enum Lettering {
    UNICODE,
    TCVN3,
    VNI;

    private static final Map<String, String> OF_TCVN3 = new HashMap<>();
    private static final Map<String, String> OF_VNI = new HashMap<>();

    static {
        // TCVN 5712:1993, third table, byte by byte from its first letter; the marked capitals are those of the H fonts
        letters("ĂÂÊÔƠƯĐăâêôơưđ", 0xA1);
        letters("àảãáạ", 0xB5);
        letters("ằẳẵắ", 0xBB);
        letters("ặầẩẫấậè", 0xC6);
        letters("ẻẽéẹềểễếệìỉ", 0xCE);
        letters("ĩíịò", 0xDC);
        letters("ỏõóọồổỗốộờởỡớợù", 0xE1);
        letters("ủũúụừửữứựỳỷỹýỵ", 0xF1);
        // VNI: vowel and mark, in both cases
        marks("aeouy", "ùøûõï", "\u0301\u0300\u0309\u0303\u0323");
        marks("aeo", "âáàåãä", "\u0302,\u0302\u0301,\u0302\u0300,\u0302\u0309,\u0302\u0303,\u0302\u0323".split(","));
        marks("a", "êéèúüë", "\u0306,\u0306\u0301,\u0306\u0300,\u0306\u0309,\u0306\u0303,\u0306\u0323".split(","));
        marks("ôö", "ùøûõï", "\u0301\u0300\u0309\u0303\u0323");
        alone("ôöíìæóòîñ", "ơưíìỉĩịỵđ");
    }

    /** The text in Unicode; what holds letters this lettering never has is left as it is. */
    String read(String text) {
        return switch (this) {
            case UNICODE -> text;
            case TCVN3 -> foreign(text) ? text : capitals(text, replace(text, OF_TCVN3, 1));
            case VNI -> foreign(text) ? text : replace(text, OF_VNI, 2);
        };
    }

    /** Letters beyond those of Western Europe: the cell is in Unicode already. */
    static boolean foreign(String text) {
        return text.chars().anyMatch(letter -> letter > 0xFF && Character.isLetter(letter));
    }

    private static String replace(String text, Map<String, String> table, int longest) {
        StringBuilder read = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = Math.min(longest, text.length() - at);
            while (length > 1 && !table.containsKey(text.substring(at, at + length))) {
                length--;
            }
            String piece = text.substring(at, at + length);
            read.append(table.getOrDefault(piece, piece));
            at += length;
        }
        return read.toString();
    }

    /** The H fonts drew small letters as capitals: where all plain letters are capitals, the marked ones are too. */
    private static String capitals(String raw, String read) {
        long capitals = raw.chars().filter(it -> it >= 'A' && it <= 'Z').count();
        boolean small = raw.chars().anyMatch(it -> it >= 'a' && it <= 'z');
        boolean word = List.of(raw.split("\\s+")).stream()
                .anyMatch(
                        it -> it.chars().filter(one -> one >= 'A' && one <= 'Z').count() > 1);
        return capitals > 1 && !small && word ? read.toUpperCase(Locale.ROOT) : read;
    }

    private static void letters(String letters, int from) {
        for (int index = 0; index < letters.length(); index++) {
            OF_TCVN3.put(String.valueOf((char) (from + index)), letters.substring(index, index + 1));
        }
    }

    private static void marks(String vowels, String drawn, String meant) {
        marks(vowels, drawn, meant.split(""));
    }

    private static void marks(String vowels, String drawn, String[] meant) {
        for (String vowel : vowels.split("")) {
            String plain = vowel.equals("ô") ? "ơ" : vowel.equals("ö") ? "ư" : vowel;
            for (int mark = 0; mark < meant.length; mark++) {
                String letter = Normalizer.normalize(plain + meant[mark], Normalizer.Form.NFC);
                String code = vowel + drawn.charAt(mark);
                OF_VNI.put(code, letter);
                OF_VNI.put(code.toUpperCase(Locale.ROOT), letter.toUpperCase(Locale.ROOT));
                OF_VNI.put(vowel.toUpperCase(Locale.ROOT) + drawn.charAt(mark), letter.toUpperCase(Locale.ROOT));
            }
        }
    }

    private static void alone(String drawn, String meant) {
        for (int index = 0; index < drawn.length(); index++) {
            String code = drawn.substring(index, index + 1);
            String letter = meant.substring(index, index + 1);
            OF_VNI.put(code, letter);
            OF_VNI.put(code.toUpperCase(Locale.ROOT), letter.toUpperCase(Locale.ROOT));
        }
    }
}
