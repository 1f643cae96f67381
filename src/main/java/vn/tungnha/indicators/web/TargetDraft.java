package vn.tungnha.indicators.web;

import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Kind;

/** A target as typed, and what is wrong with it. */
record TargetDraft(
        String period,
        String kind,
        String amount,
        String reason,
        @Nullable String error,
        @Nullable String errorField) {

    static TargetDraft empty(String period, Kind kind) {
        return new TargetDraft(period, kind.name(), "", "", null, null);
    }

    TargetDraft refused(String message, @Nullable String field) {
        return new TargetDraft(period, kind, amount, reason, message, field == null ? "amount" : field);
    }
}
