package vn.tungnha.reports.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.RuleBroken;

/**
 * What was written into the address of a board.
 *
 * @param values those parameters that are known, without blank ones
 */
record BoardParams(Map<String, List<String>> values) {

    private static final List<String> KNOWN = List.of(
            "indicator",
            "variant",
            "grain",
            "period",
            "from",
            "to",
            "structure",
            "by",
            "mark",
            "pick",
            "teams",
            "view",
            "group",
            "sort",
            "rows",
            "columns",
            "map",
            "days",
            "p");

    static BoardParams of(MultiValueMap<String, String> params) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        KNOWN.forEach(name -> {
            List<String> given = params.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!given.isEmpty()) {
                values.put(name, given);
            }
        });
        return new BoardParams(values);
    }

    Period period(LocalDate day, LocalDate today) {
        String code = first("period");
        Grain grain = grain(first("grain"));
        String to = first("to");
        String from = first("from");
        if (code != null) {
            Period period = Period.parse(code).orElseThrow(() -> RuleBroken.at("period", "reports.error.period", code));
            if (grain == null || grain == period.grain()) {
                return period;
            }
            day = period.last().isAfter(today) ? today : period.last();
        } else if (to != null || from != null) {
            day = month("to", to == null ? String.valueOf(from) : to).atEndOfMonth();
        }
        if (grain == Grain.CUMULATIVE) {
            LocalDate first = from == null
                    ? LocalDate.of(day.getYear(), 1, 1)
                    : month("from", from).atDay(1);
            LocalDate last = YearMonth.from(day).atEndOfMonth();
            if (first.isAfter(last)) {
                throw RuleBroken.at("from", "reports.error.from-after-to");
            }
            return Period.between(first, last);
        }
        return Period.of(grain == null ? Grain.MONTH : grain, day);
    }

    private static @Nullable Grain grain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Grain.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RuleBroken.at("grain", "reports.error.grain", text);
        }
    }

    Structure structure(LocalDate today) {
        String text = first("structure");
        if (text == null || text.equals("then")) {
            return Structure.then();
        }
        if (text.equals("locked")) {
            return Structure.asLocked();
        }
        return Structure.on(text.equals("now") ? today : day(text));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() < 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            throw RuleBroken.at("structure", "reports.error.day", text);
        }
        throw RuleBroken.at("structure", "reports.error.day", text);
    }

    private static YearMonth month(String field, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 1900 && month.getYear() < 9999) {
                return month;
            }
        } catch (DateTimeException e) {
            throw RuleBroken.at(field, "reports.error.month", text);
        }
        throw RuleBroken.at(field, "reports.error.month", text);
    }

    private @Nullable String first(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        return given.isEmpty() ? null : given.get(0);
    }
}
