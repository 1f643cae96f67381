package vn.tungnha.indicators.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** Makes fields of what was typed; a broken rule stands beside the field it names. */
record FormFields(Map<String, String> typed, @Nullable RuleBroken broken, FigureWords words) {

    FormField text(String name, String key) {
        return field(name, key, "text", List.of(), null);
    }

    FormField formula(String name, String key) {
        return field(name, key, "formula", List.of(), null);
    }

    FormField proposed(String name, String key, String list) {
        return field(name, key, "text", List.of(), list);
    }

    FormField area(String name, String key) {
        return field(name, key, "long", List.of(), null);
    }

    FormField pick(String name, String key, List<Choice> options) {
        return field(name, key, "pick", options, null);
    }

    FormField tick(String name, String key) {
        return field(name, key, "tick", List.of(), null);
    }

    /** @param otherwise whether it is ticked as long as nothing was typed beside it */
    FormField tick(String name, String key, boolean otherwise) {
        return otherwise ? new FormFields(Map.of(name, "true"), broken, words).tick(name, key) : tick(name, key);
    }

    FormField read(String name, String key) {
        return field(name, key, "read", List.of(), null);
    }

    private FormField field(String name, String key, String type, List<Choice> options, @Nullable String list) {
        String hint = words.messages().getMessage("indicators.define." + key + ".hint", null, "", words.locale());
        return new FormField(
                name,
                words.text("define." + key),
                hint == null || hint.isEmpty() ? null : hint,
                type,
                typed.getOrDefault(name, ""),
                options,
                list,
                broken != null && name.equals(broken.getField()) ? message() : null);
    }

    /** What is wrong; null when nothing is. */
    @Nullable
    String message() {
        return broken == null
                ? null
                : words.messages().getMessage(broken.getKey(), FormRules.arguments(broken), words.locale());
    }
}
