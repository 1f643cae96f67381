package vn.tungnha.reports.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitRef;

/**
 * What a dashboard is asked for, read and checked; also writes the addresses of its neighbours.
 *
 * @param asked parameters as they were sent, to be kept in addresses
 * @param below which page of the place: empty for the dashboard itself, or such as {@code /matrix}
 */
record BoardRequest(
        UnitRef ref,
        Period period,
        Structure structure,
        LocalDate today,
        Map<String, List<String>> asked,
        String below) {

    private static final int POINTS = 12;
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
            "p");

    static BoardRequest of(String code, MultiValueMap<String, String> params, LocalDate today) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        KNOWN.forEach(name -> {
            List<String> values = params.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                asked.put(name, values);
            }
        });
        UnitRef ref = UnitRef.parse(code);
        return new BoardRequest(
                ref,
                period(asked, ref.dayOr(today), today),
                structure(first(asked, "structure"), today),
                today,
                asked,
                "");
    }

    /** The same of another page of the place. */
    BoardRequest at(String page) {
        return new BoardRequest(ref, period, structure, today, asked, page);
    }

    /** The day whose bearer of the code is meant. */
    LocalDate codeDay() {
        return ref.dayOr(structure.day(period));
    }

    @Nullable
    String param(String name) {
        return first(asked, name);
    }

    List<String> params(String name) {
        return asked.getOrDefault(name, List.of());
    }

    /** The last twelve periods, the one asked for at the end. */
    List<Period> periods() {
        List<Period> periods = new ArrayList<>(List.of(period));
        while (periods.size() < POINTS) {
            Period before = before(periods.get(0));
            if (before == null) {
                break;
            }
            periods.add(0, before);
        }
        return periods;
    }

    Period previous() {
        Period before = before(period);
        return before == null ? period.previous() : before;
    }

    /** A run of days grows from its first day: before it stands the run that is a month shorter. */
    private static @Nullable Period before(Period period) {
        if (period.grain() != Grain.CUMULATIVE) {
            return period.previous();
        }
        LocalDate last = YearMonth.from(period.last()).minusMonths(1).atEndOfMonth();
        return last.isBefore(period.first()) ? null : Period.between(period.first(), last);
    }

    /** Whether the next period has begun. */
    @Nullable
    String nextUrl() {
        Period next = period.grain() == Grain.CUMULATIVE
                ? Period.between(
                        period.first(),
                        YearMonth.from(period.last()).plusMonths(1).atEndOfMonth())
                : period.next();
        LocalDate begins = period.last().plusDays(1);
        return begins.isAfter(today) ? null : url(periodParams(next));
    }

    String previousUrl() {
        return url(periodParams(previous()));
    }

    String grainUrl(Grain grain) {
        LocalDate last = period.last().isAfter(today) ? today : period.last();
        if (grain == Grain.CUMULATIVE) {
            return url(periodParams(Period.between(
                    LocalDate.of(last.getYear(), 1, 1), YearMonth.from(last).atEndOfMonth())));
        }
        return url(periodParams(Period.of(grain, last)));
    }

    /** This address with some parameters changed; a null value removes one. */
    String url(Map<String, String> changes) {
        return url(ref.toString(), below, changes);
    }

    String url(String name, String value) {
        return url(Map.of(name, value));
    }

    String without(String name) {
        return url(Map.of(name, ""));
    }

    String url(String code, String below, Map<String, String> changes) {
        UriComponentsBuilder builder = UriComponentsBuilder.fromPath("/dashboard/" + code + below);
        Map<String, List<String>> params = new LinkedHashMap<>(asked);
        changes.forEach((name, value) -> {
            params.remove(name);
            if (!value.isEmpty()) {
                params.put(name, List.of(value));
            }
        });
        params.forEach((name, values) -> values.forEach(value -> builder.queryParam(name, value)));
        return builder.encode().build().toUriString();
    }

    /** With a list-valued parameter set anew. */
    String urlWith(String name, List<String> values) {
        Map<String, List<String>> params = new LinkedHashMap<>(asked);
        params.put(name, values);
        return new BoardRequest(ref, period, structure, today, params, below).url(Map.of());
    }

    /** This request's period as parameters, the other ways to say it removed. */
    Map<String, String> periodParams() {
        return periodParams(period);
    }

    private static Map<String, String> periodParams(Period period) {
        if (period.grain() == Grain.CUMULATIVE) {
            return Map.of(
                    "grain",
                    "cumulative",
                    "period",
                    "",
                    "from",
                    YearMonth.from(period.first()).toString(),
                    "to",
                    YearMonth.from(period.last()).toString());
        }
        return Map.of("grain", "", "period", period.code(), "from", "", "to", "");
    }

    private static Period period(Map<String, List<String>> asked, LocalDate day, LocalDate today) {
        String code = first(asked, "period");
        Grain grain = grain(first(asked, "grain"));
        String to = first(asked, "to");
        String from = first(asked, "from");
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

    private static Structure structure(@Nullable String text, LocalDate today) {
        if (text == null || text.equals("then")) {
            return Structure.then();
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

    private static @Nullable String first(Map<String, List<String>> asked, String name) {
        List<String> values = asked.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }
}
