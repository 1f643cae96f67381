package vn.tungnha.indicators.web;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.MeasureEditor;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.RuleBroken;

/** A measure as it was typed. */
final class MeasureTyped {

    private MeasureTyped() {}

    /** @throws RuleBroken when an age is no number */
    static MeasureEditor.Draft draft(Map<String, String> typed, @Nullable String code) {
        String version = text(typed, "version");
        return new MeasureEditor.Draft(
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                code == null ? text(typed, "code") : code,
                text(typed, "nameVi"),
                text(typed, "nameEn"),
                text(typed, "unitVi"),
                text(typed, "unitEn"),
                Arrays.stream(Source.values())
                        .filter(it -> it.name().equals(text(typed, "source")))
                        .findFirst()
                        .orElse(null),
                optional(typed, "adding"),
                text(typed, "addsOverUnits").equals("true"),
                optional(typed, "basis"),
                optional(typed, "outcome"),
                optional(typed, "topic"),
                optional(typed, "accountType"),
                optional(typed, "householdKind"),
                age(typed, "ageFrom"),
                age(typed, "ageTo"),
                optional(typed, "failureReason"),
                optional(typed, "smartphone") == null
                        ? null
                        : text(typed, "smartphone").equals("true"));
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static @Nullable String optional(Map<String, String> typed, String name) {
        String text = text(typed, name);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer age(Map<String, String> typed, String name) {
        String text = text(typed, name);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,3}")) {
            throw RuleBroken.at(name, "indicators.define.error.whole", 0, 120);
        }
        return Integer.valueOf(text);
    }
}
