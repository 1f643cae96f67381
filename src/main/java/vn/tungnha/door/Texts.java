package vn.tungnha.door;

import java.text.Normalizer;

/** Words of several lines as they are stored: composed Unicode, no signs that cannot be seen, no walls of empty lines. */
final class Texts {

    private Texts() {}

    static String lines(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\R", "\n")
                .replaceAll("[\\p{C}&&[^\\n]]", " ")
                .replaceAll("[ \\t]+", " ")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
