package vn.tungnha.identity.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter or field that may name a place, and how it is tried: one line of {@code named-places.csv}.
 *
 * @param value another ward's {@code {thing}}; with {@code ~} before it where a filter simply finds nothing, with {@code !}
 *     where one's own is not to be had either; empty where it means no place
 * @param rest what else is sent, {@code own-} things being the sender's; where it means no place, why
 */
record NamedPlace(String method, String pattern, String field, String value, String rest) {

    private static final Path TABLE = Path.of("src/test/resources/named-places.csv");

    static List<NamedPlace> all() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", 5))
                .map(cells -> new NamedPlace(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .toList();
    }

    String name() {
        return method + "," + pattern + "," + field;
    }

    boolean meansOne() {
        return !value.isEmpty();
    }

    boolean merelyFilters() {
        return value.startsWith("~");
    }

    boolean hasControl() {
        return !merelyFilters() && !value.startsWith("!");
    }

    /** With the kinds of things in braces. */
    String wanted() {
        return value.replaceFirst("^[~!]", "");
    }

    String thing() {
        return value.substring(value.indexOf('{') + 1, value.indexOf('}'));
    }

    /** The fields to send; those that the path names go there. */
    Map<String, String> sent(String tried) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(rest.split("&"))
                .filter(pair -> pair.contains("="))
                .forEach(pair -> fields.put(pair.split("=", 2)[0], pair.split("=", 2)[1]));
        fields.put(field, tried);
        return fields;
    }
}
