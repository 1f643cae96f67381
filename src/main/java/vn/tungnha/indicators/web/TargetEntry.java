package vn.tungnha.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;

/**
 * One target with its history, all texts finished.
 *
 * @param form null for those who may only read; {@code readOnly} says why
 */
record TargetEntry(
        String back,
        String backText,
        String title,
        String place,
        List<Choice> facts,
        String level,
        String state,
        List<String> reasons,
        @Nullable Form form,
        @Nullable String readOnly,
        List<Change> history) {

    /** The target as typed, and what is wrong with it. */
    record Form(
            List<Choice> kept,
            int version,
            String amount,
            String unit,
            String reason,
            boolean changes,
            @Nullable String error,
            @Nullable String errorField) {}

    /** One version. */
    record Change(String at, String by, String before, String after, String reason) {}
}
