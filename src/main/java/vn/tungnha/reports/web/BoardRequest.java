package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.units.UnitRef;

/**
 * What a dashboard is asked for, read and checked; also writes the addresses of its neighbours.
 *
 * @param period by its name; what is shown of it are the days of {@link #period()}
 * @param cut the days a province reports a named period by
 * @param asked parameters as they were sent, to be kept in addresses
 * @param below which page of the place: empty for the dashboard itself, or such as {@code /matrix}
 */
record BoardRequest(
        UnitRef ref,
        Period period,
        Structure structure,
        LocalDate today,
        Map<String, List<String>> asked,
        String below,
        UnaryOperator<Period> cut) {

    private static final int POINTS = 12;

    static BoardRequest of(String code, MultiValueMap<String, String> params, LocalDate today) {
        BoardParams asked = BoardParams.of(params);
        UnitRef ref = UnitRef.parse(code);
        return new BoardRequest(
                ref,
                asked.period(ref.dayOr(today), today),
                asked.structure(today),
                today,
                asked.values(),
                "",
                UnaryOperator.identity());
    }

    /** The same of another page of the place. */
    BoardRequest at(String page) {
        return new BoardRequest(ref, period, structure, today, asked, page, cut);
    }

    /** Periods by the days the unit's province reports them by, where that was asked for. */
    BoardRequest cut(UnaryOperator<Period> days) {
        return new BoardRequest(ref, period, structure, today, asked, below, days);
    }

    boolean asksReportedDays() {
        return "reported".equals(first(asked, "days")) && period.grain() != Grain.CUMULATIVE;
    }

    /** The days that are shown. */
    @Override
    public Period period() {
        return cut.apply(period);
    }

    /** The period by its name. */
    Period named() {
        return period;
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
        return periods.stream().map(cut).toList();
    }

    Period previous() {
        Period before = before(period);
        return cut.apply(before == null ? period.previous() : before);
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
        Period before = before(period);
        return url(periodParams(before == null ? period.previous() : before));
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
        return new BoardRequest(ref, period, structure, today, params, below, cut).url(Map.of());
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

    private static @Nullable String first(Map<String, List<String>> asked, String name) {
        List<String> values = asked.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }
}
