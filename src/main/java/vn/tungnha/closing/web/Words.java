package vn.tungnha.closing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.tungnha.closing.ReportFigure;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.Seam;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;

/** Finished texts for the pages of reports, in one reader's language. */
record Words(MessageSource messages, Locale locale) {

    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    Vn vn() {
        return Vn.in(locale);
    }

    boolean english() {
        return "en".equals(locale.getLanguage());
    }

    String say(String key, Object... arguments) {
        return messages.getMessage("closing." + key, arguments, locale);
    }

    String why(RuleBroken broken) {
        return messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale);
    }

    /** "tháng 10/2026". */
    String period(Period named) {
        String year = String.valueOf(named.first().getYear());
        int month = named.first().getMonthValue();
        return switch (named.grain()) {
            case MONTH -> say("period.month", String.valueOf(month), year);
            case QUARTER -> say("period.quarter", ROMAN[(month - 1) / 3], year);
            case YEAR, CUMULATIVE -> say("period.year", year);
        };
    }

    String title(Period named) {
        String text = period(named);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** "từ 15/09/2026 đến 14/10/2026". */
    String days(ReportPeriod period) {
        return say("period.days", vn().day(period.first()), vn().day(period.last()));
    }

    String seam(Seam seam) {
        return say(seam.twice() ? "seam.twice" : "seam.never", vn().day(seam.first()), vn().day(seam.last()));
    }

    String name(@Nullable IndicatorDefinition definition, String code) {
        if (definition == null) {
            return code;
        }
        return english() ? definition.shortEn() : definition.shortVi();
    }

    /** With as many decimals as its definition shows. */
    String value(@Nullable ReportFigure figure, @Nullable IndicatorDefinition definition) {
        if (figure == null || figure.value() == null) {
            return Vn.NONE;
        }
        Integer decimals = definition == null ? null : Amounts.decimals(definition, figure.kind());
        return new Amounts(vn()).of(figure.kind(), decimals, figure.value());
    }

    String fraction(@Nullable ReportFigure figure) {
        if (figure == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (figure.kind() == Kind.RATE) {
            parts.add(vn().fraction(figure.numerator(), figure.denominator()));
        }
        String remarks = remarks(figure);
        if (!remarks.isEmpty()) {
            parts.add(remarks);
        }
        return String.join(" · ", parts);
    }

    /** "ước tính · tính trên 91/94 đơn vị"; empty for an exact figure of all units. */
    String remarks(@Nullable ReportFigure figure) {
        List<String> parts = new ArrayList<>();
        if (figure == null) {
            return "";
        }
        if (!figure.exact()) {
            parts.add(say("estimate"));
        }
        if (figure.coverage() != null) {
            parts.add(say(
                    "coverage",
                    vn().number(figure.coverage().units()),
                    vn().number(figure.coverage().of())));
        }
        return String.join(" · ", parts);
    }
}
