package vn.tungnha.indicators.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.Standing;
import vn.tungnha.indicators.Standings;
import vn.tungnha.indicators.Structure;
import vn.tungnha.indicators.TargetParts;
import vn.tungnha.indicators.TargetPlace;
import vn.tungnha.indicators.Targets;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Reads what a page of targets shows, for the page and for the table that is taken away. */
@Component
@RequiredArgsConstructor
class TargetBoard {

    /** Only those somebody should look at. */
    static final String WORRYING = "attention";

    private final Standings standings;
    private final TargetParts parts;
    private final Targets targets;
    private final Definitions definitions;
    private final ShownUnit shown;

    /**
     * What was asked for and found.
     *
     * @param day whose tree the parts are read from
     * @param all the parts as filtered and sorted
     */
    record Read(
            TargetsAddress address,
            @Nullable UnitView unit,
            Period period,
            Structure structure,
            LocalDate day,
            IndicatorDefinition definition,
            Variant variant,
            boolean ofTeams,
            @Nullable Standing own,
            List<Standing> parts,
            List<Standing> all) {

        IndicatorChoice choice() {
            return new IndicatorChoice(definition.code(), variant.code());
        }
    }

    Read read(Map<String, String> parameters, CurrentUser user) {
        TargetsAddress asked = TargetsAddress.of(parameters);
        Period period = period(asked.get("period"));
        Structure structure = ValueRequest.structure(asked.get("structure"), shown.today());
        LocalDate day = day(period, structure);
        UnitView unit = shown.unit(asked.get("unit"), day, user);
        IndicatorDefinition definition = definition(asked.get("indicator"), unit, period);
        IndicatorChoice choice = definitions.canonical(definition.code(), asked.get("variant"));
        Variant variant = definition.variant(choice.variant());
        if (variant == null) {
            throw new NotFound("variant", String.valueOf(choice.variant()));
        }
        boolean ofTeams = ofTeams(unit, asked.get("by"));
        TargetsAddress address = asked.with(Map.of(
                "unit",
                unit == null ? "" : String.valueOf(PageAddress.code(unit)),
                "indicator",
                definition.code(),
                "variant",
                variant.standard() ? "" : variant.code(),
                "period",
                period.code()));
        if (unit == null) {
            return new Read(
                    address, null, period, structure, day, definition, variant, ofTeams, null, List.of(), List.of());
        }
        List<TargetPlace> places = new ArrayList<>(List.of(TargetPlace.of(unit)));
        places.addAll(below(unit, ofTeams, day));
        List<Standing> found = standings.of(
                places, List.of(new IndicatorChoice(definition.code(), variant.code())), period, structure);
        List<Standing> below = found.subList(1, found.size());
        return new Read(
                address,
                unit,
                period,
                structure,
                day,
                definition,
                variant,
                ofTeams,
                found.get(0),
                below,
                sorted(below, address));
    }

    /**
     * One place and its target of one period.
     *
     * @param kept what a form about it sends along
     */
    record One(
            String back,
            String fullName,
            Period period,
            IndicatorDefinition definition,
            Standing standing,
            List<Choice> kept) {

        String url() {
            UriComponentsBuilder url = UriComponentsBuilder.fromPath(TargetPages.PATH + "/entry");
            kept.forEach(it -> url.queryParam(it.value(), "{" + it.value() + "}"));
            return url.encode()
                    .buildAndExpand(kept.stream().collect(Collectors.toMap(Choice::value, Choice::text)))
                    .toUriString();
        }
    }

    One one(Map<String, String> parameters, CurrentUser user) {
        TargetsAddress asked = TargetsAddress.of(parameters);
        Period period = period(asked.get("period"));
        Structure structure = ValueRequest.structure(asked.get("structure"), shown.today());
        String team = parameters.get("team");
        UnitView unit = team == null ? shown.unit(asked.get("unit"), day(period, structure), user) : null;
        if (team == null && unit == null) {
            throw new NotFound("unit", String.valueOf(asked.get("unit")));
        }
        TargetPlace place = unit == null ? team(String.valueOf(team)) : TargetPlace.of(unit);
        targets.requireSight(place, user);
        IndicatorDefinition definition = definition(asked.get("indicator"), unit, period);
        String variant =
                definitions.canonical(definition.code(), asked.get("variant")).variant();
        Standing standing = standings
                .of(List.of(place), List.of(new IndicatorChoice(definition.code(), variant)), period, structure)
                .get(0);
        List<Choice> kept = new ArrayList<>(asked.with(Map.of("indicator", definition.code(), "period", period.code()))
                .kept());
        if (team != null) {
            kept.add(new Choice("team", team));
        }
        return new One(
                asked.url(TargetPages.PATH),
                unit == null ? place.name() : unit.fullName(),
                period,
                definition,
                standing,
                kept);
    }

    private TargetPlace team(String id) {
        try {
            return parts.team(Long.parseLong(id));
        } catch (NumberFormatException notAnId) {
            throw new NotFound("team", id);
        }
    }

    List<TargetPlace> below(UnitView unit, boolean ofTeams, LocalDate day) {
        LocalDate within = day.isAfter(unit.validTo()) ? unit.validTo() : day;
        return ofTeams ? parts.teams(unit.id(), within) : parts.units(unit.id(), within);
    }

    /** The tree of today, or of the end of what is nearest to it. */
    LocalDate day(Period period, Structure structure) {
        LocalDate pinned = structure.pinned();
        if (pinned != null) {
            return pinned;
        }
        LocalDate today = shown.today();
        return period.contains(today) ? today : today.isBefore(period.first()) ? period.first() : period.last();
    }

    static boolean ofTeams(@Nullable UnitView unit, @Nullable String by) {
        return unit != null
                && (unit.level() == UnitLevel.VILLAGE || unit.level() == UnitLevel.COMMUNE && !"village".equals(by));
    }

    /** Targets are set by the year more than by anything else. */
    Period period(@Nullable String code) {
        return code == null
                ? Period.of(Grain.YEAR, shown.today())
                : Period.parse(code).orElseThrow(() -> RuleBroken.at("period", "indicators.error.period"));
    }

    IndicatorDefinition definition(@Nullable String code, @Nullable UnitView unit, Period period) {
        if (code != null) {
            return definitions.require(code, period.last());
        }
        List<IndicatorDefinition> all = definitions.list(period.last());
        String first = unit == null ? null : targets.firstOf(unit.id(), period).orElse(null);
        return all.stream().filter(it -> it.code().equals(first)).findFirst().orElse(all.get(0));
    }

    private static List<Standing> sorted(List<Standing> found, TargetsAddress address) {
        String q = address.get("q");
        String words = q == null ? "" : SortKeys.fold(q);
        boolean worries = WORRYING.equals(address.get("show"));
        return found.stream()
                .filter(it -> SortKeys.fold(it.place().name()).contains(words))
                .filter(it -> !worries || !it.concerns().isEmpty())
                .sorted(order(address.get("sort")))
                .toList();
    }

    private static Comparator<Standing> order(@Nullable String sort) {
        Comparator<Standing> byName = Comparator.comparing(it -> it.place().name(), VietnameseText.NATURAL_ORDER);
        return switch (sort == null ? "" : sort) {
            case "target" -> known(Standing::goal).thenComparing(byName);
            case "amount" -> known(Standing::amount).thenComparing(byName);
            case "reached" -> known(Standing::reached).thenComparing(byName);
            case "gap" -> Standing.BY_CONCERN.thenComparing(byName);
            default -> byName;
        };
    }

    /** The largest first, the unknown last. */
    private static Comparator<Standing> known(
            java.util.function.Function<Standing, java.math.@Nullable BigDecimal> value) {
        return Comparator.comparing(value, Comparator.nullsLast(Comparator.reverseOrder()));
    }
}
