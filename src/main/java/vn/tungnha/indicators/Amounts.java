package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Vn;

/** The one place that writes an indicator's numbers: with the decimals of the version they were reckoned by. */
public record Amounts(Vn vn) {

    /** Of a rate that no definition speaks of: a share is defended to the hundredth. */
    private static final int OF_SHARES = 2;

    public static Amounts in(Locale locale) {
        return new Amounts(Vn.in(locale));
    }

    /** What was only published keeps the decimals of its source: "hơn 90%" did not mean 90,00%. */
    public String of(IndicatorValue value) {
        return value.source() == Source.STATED
                ? given(value.definition(), value.kind(), value.value())
                : of(value.definition(), value.kind(), value.value());
    }

    public String of(IndicatorDefinition definition, Kind kind, @Nullable BigDecimal amount) {
        return of(kind, decimals(definition, kind), amount);
    }

    /** @param decimals null where no definition speaks of them: its own, at most two */
    public String of(Kind kind, @Nullable Integer decimals, @Nullable BigDecimal amount) {
        if (decimals == null) {
            return kind == Kind.RATE ? vn.percent(amount, OF_SHARES) : vn.number(amount);
        }
        return kind == Kind.RATE ? vn.percent(amount, decimals) : vn.number(amount, decimals);
    }

    /** Without the sign of per cent, where a heading or an axis has it. */
    public String bare(IndicatorDefinition definition, Kind kind, @Nullable BigDecimal amount) {
        Integer decimals = decimals(definition, kind);
        return decimals == null ? vn.number(amount) : vn.number(amount, decimals);
    }

    /** Set or published by somebody: with the decimals it was given, at most two or those of the definition. */
    public String given(IndicatorDefinition definition, Kind kind, @Nullable BigDecimal amount) {
        if (amount == null) {
            return Vn.NONE;
        }
        int most = Math.max(OF_SHARES, definition.decimals());
        BigDecimal rounded = amount.setScale(Math.min(most, scale(amount)), RoundingMode.HALF_UP);
        String number = vn.number(rounded, scale(rounded));
        return kind == Kind.RATE ? number + "%" : number;
    }

    /** "+1,10 điểm" of a rate, "+84" of a count. */
    public String change(IndicatorDefinition definition, Kind kind, @Nullable BigDecimal change) {
        return kind == Kind.RATE
                ? vn.points(change, places(definition, kind))
                : vn.signed(change, places(definition, kind));
    }

    /** The same without a word, for a column of its own. */
    public String signed(IndicatorDefinition definition, Kind kind, @Nullable BigDecimal change) {
        return vn.signed(change, places(definition, kind));
    }

    /** As it is shown, for a cell of a file. */
    public static @Nullable BigDecimal rounded(IndicatorValue value) {
        return value.source() == Source.STATED
                ? value.value()
                : rounded(value.definition(), value.kind(), value.value());
    }

    public static @Nullable BigDecimal rounded(IndicatorDefinition definition, Kind kind, @Nullable BigDecimal amount) {
        Integer decimals = decimals(definition, kind);
        return amount == null || decimals == null ? amount : amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Whether a change can be seen in the figures as they are shown. */
    public static int sign(IndicatorDefinition definition, Kind kind, BigDecimal change) {
        return change.setScale(places(definition, kind), RoundingMode.HALF_UP).signum();
    }

    /** Null for a count that only belongs to a rate, such as its numerator. */
    public static @Nullable Integer decimals(IndicatorDefinition definition, Kind kind) {
        if (kind == definition.kind()) {
            return definition.decimals();
        }
        return kind == Kind.RATE ? OF_SHARES : null;
    }

    private static int places(IndicatorDefinition definition, Kind kind) {
        Integer decimals = decimals(definition, kind);
        return decimals == null ? 0 : decimals;
    }

    private static int scale(BigDecimal amount) {
        return Math.max(0, amount.stripTrailingZeros().scale());
    }
}
