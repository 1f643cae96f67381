package vn.tungnha.indicators;

import org.jspecify.annotations.Nullable;

/** An indicator in one of its variants; null = the standard one. */
public record IndicatorChoice(String code, @Nullable String variant) {

    public static IndicatorChoice of(String code) {
        return new IndicatorChoice(code, null);
    }
}
