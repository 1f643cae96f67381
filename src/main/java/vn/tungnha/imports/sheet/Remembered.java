package vn.tungnha.imports.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.VietnameseText;

/**
 * How somebody matched the columns below certain headings.
 *
 * @param rows of the heading, 1 or 2
 */
public record Remembered(int rows, List<Meant> columns, LocalDate day) {

    /** @param at counted from the first column that has a heading */
    public record Meant(
            int at, @Nullable String code, @Nullable String tick) {}

    /** The same for the same headings in the same order, however they are accented, and wherever they begin. */
    static String fingerprint(Map<Integer, String> headings) {
        SortedMap<Integer, String> named = new TreeMap<>(headings);
        named.values().removeIf(String::isBlank);
        StringBuilder all = new StringBuilder();
        named.forEach((index, text) -> all.append(index - named.firstKey())
                .append(VietnameseText.fold(text))
                .append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
