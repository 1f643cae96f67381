package vn.tungnha.visits.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/** Reads the fields of a JSON body from their text; whatever is wrong is told with the field it stands in. */
final class JsonFields {

    /** No clock of a phone that still runs is farther off. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    private JsonFields() {}

    static UUID uuid(@Nullable String text, String at) {
        String given = required(text, at);
        try {
            UUID id = UUID.fromString(given);
            if (id.toString().equalsIgnoreCase(given)) {
                return id;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below, with the field
        }
        throw RuleBroken.at(at, "visits.error.uuid");
    }

    static List<UUID> uuids(@Nullable List<@Nullable String> given, String at) {
        List<UUID> ids = new ArrayList<>();
        for (String text : given == null ? List.<@Nullable String>of() : given) {
            ids.add(uuid(text, at + "[" + ids.size() + "]"));
        }
        return ids;
    }

    static List<String> texts(@Nullable List<@Nullable String> given, String at) {
        List<String> texts = new ArrayList<>();
        for (String text : given == null ? List.<@Nullable String>of() : given) {
            texts.add(required(text, at + "[" + texts.size() + "]"));
        }
        return texts;
    }

    static @Nullable Instant instant(@Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime told = OffsetDateTime.parse(text);
            if (told.getYear() >= FIRST_YEAR && told.getYear() <= LAST_YEAR) {
                return told.toInstant();
            }
        } catch (DateTimeException unreadable) {
            // told below, with the field
        }
        throw RuleBroken.at(at, "visits.error.moment");
    }

    static <E extends Enum<E>> @Nullable E word(Class<E> words, @Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at(
                        at,
                        "visits.error.word",
                        Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    static <T> T required(@Nullable T value, String at) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw RuleBroken.at(at, "visits.error.missing");
        }
        return value;
    }
}
