package vn.tungnha.reports.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.reports.DashboardTiles;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.chart.Dumbbell;
import vn.tungnha.units.UnitView;

/** What is known of the part that was picked: its rank, two periods side by side, and what else there is. */
@Component
@RequiredArgsConstructor
class AreaPanel {

    private final DashboardTiles tiles;
    private final Figures figures;

    AreaPage.Panel of(UnitView unit, AreaBoard.Compared compared, BoardRequest request, Words words) {
        List<Period> periods = List.of(request.previous(), request.period());
        Map<String, IndicatorChoice> choices = new LinkedHashMap<>();
        choices.put(compared.choice().code(), compared.choice());
        tiles.of(unit.level(), request.period().last()).forEach(it -> choices.putIfAbsent(it.code(), it));
        Readings readings = new Readings(
                figures.values(FigureQuery.ofUnits(
                                List.of(unit.id()), List.copyOf(choices.values()), periods, request.structure())
                        .alone()),
                periods,
                words);
        List<AreaPage.Pair> pairs = new ArrayList<>();
        List<Choice> others = new ArrayList<>();
        for (String code : choices.keySet()) {
            Reading now = readings.now(unit.id(), code);
            Reading before = readings.at(unit.id(), code, 0);
            String name = words.brief(now.value().definition());
            if (now.amount() != null && before.amount() != null && now.rate() && before.rate()) {
                double full = Math.max(100, now.amount().doubleValue());
                pairs.add(new AreaPage.Pair(
                        name,
                        before.shown(),
                        now.shown(),
                        now.value().numerator() == null ? null : now.fraction(),
                        Dumbbell.of(
                                before.amount(),
                                now.amount(),
                                full,
                                name + ": " + before.shown() + " – " + now.shown())));
            } else if (now.amount() != null) {
                others.add(new Choice(now.shown(), name));
            }
        }
        AreaRanking.Row row = compared.ranking().rows().stream()
                .filter(it -> it.unit().id() == unit.id())
                .findFirst()
                .orElseThrow();
        String rank = compared.ranking().place(row, words);
        return new AreaPage.Panel(
                unit.fullName(),
                request.without("pick"),
                rank,
                rank == null
                        ? null
                        : words.say("panel.rank", words.brief(compared.definition()), words.period(request.period())),
                row.reading().amount() == null
                        ? row.reading().fraction()
                        : row.reading().shown() + " · " + row.reading().fraction(),
                words.title(request.previous()),
                words.title(request.period()),
                pairs,
                others,
                AreaBoard.partUrl(unit, request));
    }
}
