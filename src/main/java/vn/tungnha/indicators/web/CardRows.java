package vn.tungnha.indicators.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.indicators.web.CardPage.PlaceRow;
import vn.tungnha.indicators.web.CardPage.Rows;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What a figure is made of: the units below, and below a ward the teams. */
@Component
@RequiredArgsConstructor
class CardRows {

    /** A longer list is folded. */
    private static final int SHOWN = 12;

    private final Figures figures;
    private final Units units;
    private final TeamNames names;

    /** Parts of one kind: {@code units} or {@code teams}. */
    record Group(String kind, List<Line> lines) {}

    /** One part with its figure. */
    record Line(String code, String name, String url, IndicatorValue value) {}

    List<Group> of(UnitView unit, IndicatorChoice choice, Structure structure, PageAddress address, LocalDate today) {
        Period period = address.period();
        List<Group> all = new ArrayList<>();
        LocalDate day = structure.day(period);
        List<UnitView> children = units.children(unit.id(), day);
        if (!children.isEmpty()) {
            List<IndicatorValue> values = figures.values(FigureQuery.ofUnits(
                            children.stream().map(UnitView::id).toList(), List.of(choice), List.of(period), structure)
                    .alone());
            add(all, "units", children, values, UnitView::code, UnitView::name, it -> address.of(it)
                    .url());
        }
        if (unit.level() == UnitLevel.COMMUNE || unit.level() == UnitLevel.VILLAGE) {
            List<TeamNames.Team> teams = names.under(unit.id(), day.isAfter(today) ? today : day);
            List<IndicatorValue> values = teams.isEmpty()
                    ? List.of()
                    : figures.values(FigureQuery.ofTeams(
                                    teams.stream().map(TeamNames.Team::id).toList(), List.of(choice), List.of(period))
                            .alone());
            add(
                    all,
                    "teams",
                    teams,
                    values,
                    it -> String.valueOf(it.id()),
                    TeamNames.Team::name,
                    it -> "/teams/" + it.id());
        }
        return all;
    }

    /** Nothing at all where no part is known: a reported figure has no parts below the one who reports. */
    private static <T> void add(
            List<Group> all,
            String kind,
            List<T> places,
            List<IndicatorValue> values,
            Function<T, String> code,
            Function<T, String> name,
            Function<T, String> url) {
        if (values.stream().allMatch(it -> it.value() == null && it.numerator() == null)) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            T place = places.get(i);
            lines.add(new Line(code.apply(place), name.apply(place), url.apply(place), values.get(i)));
        }
        all.add(new Group(kind, lines));
    }

    static List<Rows> shown(List<Group> groups, FigureWords words) {
        return groups.stream()
                .map(group -> new Rows(
                        words.text("card.rows." + group.kind(), group.lines().size()),
                        group.lines().size() <= SHOWN,
                        group.lines().stream()
                                .map(it -> new PlaceRow(
                                        it.name(),
                                        it.url(),
                                        words.parts(it.value()),
                                        words.value(it.value()),
                                        words.source(it.value())))
                                .toList()))
                .toList();
    }
}
