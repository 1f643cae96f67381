package vn.tungnha.indicators.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TeamPlaces;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.PeriodDays;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Values of indicators for a unit, each of its children, or a team. */
@RestController
@Opens(TokenScope.FIGURES)
@RequiredArgsConstructor
class IndicatorValuesApi {

    private static final int MOST_INDICATORS = 40;

    private final Figures figures;
    private final Definitions definitions;
    private final Units units;
    private final ScopeGuard guard;
    private final PeriodDays periods;
    private final Optional<TeamPlaces> teams;
    private final TeamNames names;
    private final Clock clock;

    @GetMapping("/api/v1/indicator-values")
    @Allowed
    PageOf<ValueView> values(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(name = "indicator", required = false) @Nullable List<String> indicators,
            @RequestParam(required = false) @Nullable String variant,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String grain,
            @RequestParam(required = false) @Nullable String structure,
            @RequestParam(required = false) @Nullable String days,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "false") boolean children,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "1000") int size,
            CurrentUser user) {
        LocalDate today = Days.today(clock);
        if ((unit == null || unit.isBlank()) && team == null) {
            throw RuleBroken.at("unit", "indicators.error.unit-missing");
        }
        ValueRequest request = ValueRequest.of(unit == null ? "" : unit, from, to, grain, structure, on, today);
        List<IndicatorChoice> choices = choices(indicators, variant, today);
        Paging paging = new Paging(page, size);
        if (team != null) {
            Set<Long> villages = teams.map(it -> it.villagesOf(team, today)).orElse(Set.of());
            if (!guard.coversTeam(user.scope(), team, villages)) {
                throw new OutOfScope("team", team);
            }
            List<Period> shown = villages.stream()
                    .min(Comparator.naturalOrder())
                    .map(village -> periods.of(request.periods(), days, units.get(village, today)))
                    .orElse(request.periods());
            ValueSlice slice = ValueSlice.of(choices, shown, List.of(team), paging);
            return slice.page(
                    () -> figures.values(FigureQuery.ofTeams(slice.places(), slice.choices(), slice.periods())),
                    value -> ValueView.of(value, null, names.of(value.place()), Structure.then()));
        }
        UnitView asked = units.require(request.code(), request.codeDay());
        guard.require(user.scope(), Data.FIGURES, asked.id());
        Map<Long, UnitView> places = new LinkedHashMap<>();
        (children ? units.children(asked.id(), request.codeDay()) : List.of(asked))
                .forEach(it -> places.put(it.id(), it));
        List<Period> shown = periods.of(request.periods(), days, asked);
        ValueSlice slice = ValueSlice.of(choices, shown, List.copyOf(places.keySet()), paging);
        return slice.page(
                () -> figures.values(
                        FigureQuery.ofUnits(slice.places(), slice.choices(), slice.periods(), request.structure())),
                value -> {
                    UnitView place = Objects.requireNonNull(places.get(value.place()));
                    return ValueView.of(value, place.code(), place.name(), request.structure());
                });
    }

    private List<IndicatorChoice> choices(
            @Nullable List<String> indicators, @Nullable String variant, LocalDate today) {
        if (indicators == null || indicators.isEmpty()) {
            throw RuleBroken.at("indicator", "indicators.error.indicator-missing");
        }
        if (indicators.size() > MOST_INDICATORS) {
            throw RuleBroken.at("indicator", "indicators.error.too-many-indicators", MOST_INDICATORS);
        }
        List<IndicatorChoice> choices = new ArrayList<>();
        for (String code : indicators) {
            IndicatorChoice choice = definitions.canonical(code, variant == null || variant.isBlank() ? null : variant);
            var definition = definitions.history(choice.code()).stream().findFirst();
            if (definition.isEmpty()) {
                throw RuleBroken.at("indicator", "indicators.error.indicator-unknown", code);
            }
            if (definition.get().variant(choice.variant()) == null) {
                throw RuleBroken.at("variant", "indicators.error.variant-unknown", String.valueOf(variant));
            }
            choices.add(choice);
        }
        return choices.stream().distinct().toList();
    }
}
