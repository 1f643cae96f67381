package vn.tungnha.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;

/**
 * One field of a form that is made of rows of data, all texts finished.
 *
 * @param type {@code text, formula, long, pick, tick, read, day}
 * @param list id of a list of proposals; null = none
 */
record FormField(
        String name,
        String label,
        @Nullable String hint,
        String type,
        String value,
        List<Choice> options,
        @Nullable String list,
        @Nullable String error) {

    /** Some fields that belong together. */
    record Group(String title, String css, List<FormField> fields) {}
}
