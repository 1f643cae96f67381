package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.reports.PivotFacts;
import vn.tungnha.reports.PivotFacts.Counted;
import vn.tungnha.reports.PivotFacts.Sibling;
import vn.tungnha.reports.web.Pivot.Cell;
import vn.tungnha.reports.web.Pivot.Dimension;
import vn.tungnha.reports.web.Pivot.Item;
import vn.tungnha.shared.Period;
import vn.tungnha.teams.TeamCatalogue;
import vn.tungnha.units.UnitView;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;

/** Reads a figure by two dimensions; what is not turned over stays as the page says: the place, the period, the account. */
@Component
@RequiredArgsConstructor
class PivotReader {

    private static final String ALL = "*";

    private final Figures figures;
    private final PivotFacts facts;
    private final Catalogue catalogue;
    private final TeamCatalogue organisations;

    /** What is turned over, and by what it could be. */
    record Subject(
            IndicatorChoice choice,
            IndicatorDefinition definition,
            Variant variant,
            @Nullable Counted counted) {

        /** Account types where one is counted; organisations where single contacts are. */
        Set<Dimension> offered() {
            Set<Dimension> offered = new LinkedHashSet<>(List.of(Dimension.UNIT, Dimension.PERIOD));
            if (counted != null && counted.account() != null) {
                offered.add(Dimension.ACCOUNT);
            }
            if (counted != null && variant.denominator() == null && basis("VISITS", "ACTIVATIONS")) {
                offered.add(Dimension.ORGANISATION);
            }
            return offered;
        }

        private boolean basis(String... any) {
            return counted != null && counted.basis() != null && List.of(any).contains(counted.basis());
        }
    }

    Subject subject(IndicatorChoice choice, IndicatorDefinition definition, Variant variant) {
        return new Subject(choice, definition, variant, facts.counted(variant).orElse(null));
    }

    Pivot read(Subject subject, UnitView unit, List<UnitView> parts, BoardRequest request, Words words) {
        Pivot.Choice choice = Pivot.Choice.of(request.param("rows"), request.param("columns"), subject.offered());
        Axes axes = axes(subject, unit, parts, Set.of(choice.rows(), choice.columns()), request, words);
        List<Item> down = axes.items(choice.rows());
        List<Item> across = axes.items(choice.columns());
        List<List<Cell>> cells = new ArrayList<>();
        for (Item row : down) {
            List<Cell> line = new ArrayList<>();
            for (Item column : across) {
                line.add(axes.cell(Map.of(choice.rows(), row.key(), choice.columns(), column.key()), words));
            }
            cells.add(line);
        }
        return new Pivot(choice.rows(), choice.columns(), down, across, cells);
    }

    private Axes axes(
            Subject subject,
            UnitView unit,
            List<UnitView> parts,
            Set<Dimension> turned,
            BoardRequest request,
            Words words) {
        Map<Dimension, List<Item>> items = new LinkedHashMap<>();
        List<Long> places = new ArrayList<>(List.of(unit.id()));
        List<Item> units = new ArrayList<>(
                List.of(new Item(String.valueOf(unit.id()), words.say("pivot.whole", unit.name()), null, true)));
        if (turned.contains(Dimension.UNIT)) {
            parts.forEach(part -> {
                places.add(part.id());
                units.add(new Item(String.valueOf(part.id()), part.name(), AreaBoard.partUrl(part, request), false));
            });
        }
        items.put(Dimension.UNIT, units);
        List<Period> periods = turned.contains(Dimension.PERIOD) ? request.periods() : List.of(request.period());
        items.put(
                Dimension.PERIOD,
                periods.stream()
                        .map(it -> new Item(it.code(), words.tick(it), null, false))
                        .toList());
        Map<String, Sibling> family = family(subject, turned, request);
        items.put(Dimension.ACCOUNT, accounts(family, words));
        items.put(Dimension.ORGANISATION, List.of(new Item(ALL, "", null, true)));
        Map<PivotFacts.Key, BigDecimal> organised = Map.of();
        Counted counted = subject.counted();
        if (turned.contains(Dimension.ORGANISATION) && counted != null) {
            organised = facts.byOrganisation(
                    String.valueOf(counted.basis()),
                    family.values().stream().map(Sibling::measure).toList(),
                    places,
                    periods,
                    request.structure());
            items.put(Dimension.ORGANISATION, organisations(organised.keySet(), words));
        }
        Readings readings = new Readings(
                figures.values(FigureQuery.ofUnits(
                                places,
                                family.values().stream().map(Sibling::choice).toList(),
                                periods,
                                request.structure())
                        .alone()),
                periods,
                words);
        return new Axes(items, family, unit.id(), periods, readings, organised);
    }

    /** The figure itself under the key of its account type, and with it the others where account types are turned over. */
    private Map<String, Sibling> family(Subject subject, Set<Dimension> turned, BoardRequest request) {
        Map<String, Sibling> family = new LinkedHashMap<>();
        Counted counted = subject.counted();
        if (turned.contains(Dimension.ACCOUNT) && counted != null) {
            facts.siblings(
                            subject.choice(),
                            subject.variant(),
                            counted,
                            request.period().last())
                    .forEach(it -> family.put(it.account(), it));
        } else {
            family.put(ALL, new Sibling(ALL, subject.choice(), counted == null ? "" : counted.code(), 0));
        }
        return family;
    }

    private List<Item> accounts(Map<String, Sibling> family, Words words) {
        Map<String, AccountType> types =
                catalogue.accountTypes().stream().collect(Collectors.toMap(AccountType::code, type -> type));
        return family.keySet().stream()
                .map(code -> {
                    AccountType type = types.get(code);
                    return new Item(code, type == null ? code : type.shortName(words.locale()), null, false);
                })
                .toList();
    }

    private List<Item> organisations(Set<PivotFacts.Key> found, Words words) {
        Set<String> codes = found.stream().map(PivotFacts.Key::organisation).collect(Collectors.toSet());
        List<Item> items = new ArrayList<>(List.of(new Item(ALL, words.say("pivot.all"), null, true)));
        organisations.organisations(words.locale()).stream()
                .filter(it -> codes.contains(it.value()))
                .forEach(it -> items.add(new Item(it.value(), it.text(), null, false)));
        if (codes.contains("")) {
            items.add(new Item("", words.say("organisation.none"), null, false));
        }
        return items;
    }

    /** All that was read, asked for cell by cell. */
    private record Axes(
            Map<Dimension, List<Item>> all,
            Map<String, Sibling> family,
            long whole,
            List<Period> periods,
            Readings readings,
            Map<PivotFacts.Key, BigDecimal> organised) {

        List<Item> items(Dimension dimension) {
            return all.getOrDefault(dimension, List.of());
        }

        Cell cell(Map<Dimension, String> at, Words words) {
            long unit = Long.parseLong(at.getOrDefault(Dimension.UNIT, String.valueOf(whole)));
            Sibling sibling = family.get(at.getOrDefault(Dimension.ACCOUNT, ALL));
            if (sibling == null) {
                throw new IllegalStateException("no account " + at);
            }
            String code = at.getOrDefault(
                    Dimension.PERIOD, periods.get(periods.size() - 1).code());
            String organisation = at.getOrDefault(Dimension.ORGANISATION, ALL);
            if (!organisation.equals(ALL)) {
                BigDecimal amount = organised.get(new PivotFacts.Key(sibling.measure(), code, unit, organisation));
                BigDecimal shown = amount == null ? BigDecimal.ZERO : amount;
                return new Cell(shown, words.vn().number(shown), "");
            }
            int period = periods.stream().map(Period::code).toList().indexOf(code);
            Reading reading = readings.at(unit, sibling.choice().code(), period);
            return new Cell(reading.rounded(), reading.shown(), reading.rate() ? reading.fraction() : "");
        }
    }
}
