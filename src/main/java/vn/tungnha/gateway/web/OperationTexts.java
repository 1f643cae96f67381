package vn.tungnha.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is said about each address of the API, read from {@code api/operations.yaml}. */
record OperationTexts(String title, String description, Map<String, String> parameters, Map<String, Text> operations) {

    private static final String FILE = "api/operations.yaml";

    /**
     * One address.
     *
     * @param status of a good answer
     * @param media kind of a good answer; JSON unless told otherwise
     * @param mediaIn kind of what is sent, where that is a file
     */
    record Text(
            String tag,
            String summary,
            String description,
            String status,
            String media,
            @Nullable String mediaIn,
            @Nullable String request,
            @Nullable String example,
            Map<String, String> parameters,
            List<Integer> errors) {

        private static Text of(Map<String, Object> entry) {
            return new Text(
                    text(entry, "tag"),
                    text(entry, "summary"),
                    text(entry, "description"),
                    String.valueOf(entry.getOrDefault("status", 200)),
                    String.valueOf(entry.getOrDefault("media", "application/json")),
                    (String) entry.get("media-in"),
                    (String) entry.get("request"),
                    (String) entry.get("example"),
                    map(entry.get("parameters")),
                    list(entry.get("errors")));
        }
    }

    static OperationTexts read() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            Map<String, Map<String, Object>> operations = map(all.get("operations"));
            var texts = new LinkedHashMap<String, Text>();
            operations.forEach((address, entry) -> texts.put(address, Text.of(entry)));
            return new OperationTexts(
                    text(all, "title"), text(all, "description"), map(all.get("parameters")), Map.copyOf(texts));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Map<String, Object> entry, String key) {
        return String.valueOf(entry.get(key));
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, V>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Integer> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Integer>) value;
    }
}
