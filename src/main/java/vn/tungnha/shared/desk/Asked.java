package vn.tungnha.shared.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.NotFound;

/**
 * What the address of a list asks for: its filters, and what its path names.
 *
 * @param values by name; one of each
 */
public record Asked(Map<String, String> values) {

    public @Nullable String text(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** @throws NotFound when it is none: a filter that cannot be read must not show more */
    public @Nullable Long number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw new NotFound(name, text);
        }
    }

    /** @throws NotFound when it is none */
    public @Nullable LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw new NotFound(name, text);
        }
    }

    /** @throws NotFound when there is no such word */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> words) {
        String text = text(name);
        try {
            return text == null ? null : Enum.valueOf(words, text);
        } catch (IllegalArgumentException noSuchWord) {
            throw new NotFound(name, text);
        }
    }
}
