package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.reports.DashboardTiles;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.chart.TileMap;
import vn.tungnha.units.UnitView;

/** Parts of a place by many indicators; each column has its own shades, and says in a mark and a word who has reached what. */
@Component
@RequiredArgsConstructor
class HeatTable {

    static final List<String> PILLARS = List.of("GOVERNMENT", "ECONOMY", "SOCIETY", "FIELD", "TEAMS");

    private final DashboardTiles tiles;
    private final Definitions definitions;
    private final Figures figures;

    /** The figures of the place itself and of its parts, the parts in the order asked for. */
    record Read(
            UnitView whole,
            List<UnitView> parts,
            List<IndicatorChoice> columns,
            Readings readings,
            @Nullable String sort) {

        IndicatorDefinition definition(IndicatorChoice column) {
            return readings.now(whole.id(), column.code()).value().definition();
        }
    }

    Read read(UnitView unit, AreaParts.Parts parts, BoardRequest request, Words words) {
        List<IndicatorChoice> columns = columns(unit, parts, request);
        List<Long> ids = new ArrayList<>(List.of(unit.id()));
        parts.units().forEach(part -> ids.add(part.id()));
        Readings readings = new Readings(
                figures.values(FigureQuery.ofUnits(ids, columns, List.of(request.period()), request.structure())
                        .alone()),
                List.of(request.period()),
                words);
        String sort = columns.stream()
                .map(IndicatorChoice::code)
                .filter(code -> code.equals(request.param("sort")))
                .findFirst()
                .orElse(null);
        return new Read(unit, sorted(parts.units(), sort, readings), columns, readings, sort);
    }

    /** Those of the dashboards of the place and of its parts, or all of a pillar. */
    private List<IndicatorChoice> columns(UnitView unit, AreaParts.Parts parts, BoardRequest request) {
        String group = request.param("group");
        if (group != null) {
            if (!PILLARS.contains(group)) {
                throw RuleBroken.at("group", "reports.error.group", group);
            }
            return definitions.list(request.period().last()).stream()
                    .filter(it -> it.pillar().equals(group))
                    .map(it -> IndicatorChoice.of(it.code()))
                    .toList();
        }
        Map<String, IndicatorChoice> columns = new LinkedHashMap<>();
        tiles.of(unit.level(), request.period().last()).forEach(it -> columns.putIfAbsent(it.code(), it));
        tiles.of(parts.level(), request.period().last()).forEach(it -> columns.putIfAbsent(it.code(), it));
        return List.copyOf(columns.values());
    }

    private static List<UnitView> sorted(List<UnitView> parts, @Nullable String sort, Readings readings) {
        if (sort == null || parts.isEmpty()) {
            return parts;
        }
        Ranks ranks = Ranks.of(parts.stream().map(UnitView::id).toList(), readings, sort, 0);
        return parts.stream()
                .sorted(Comparator.comparing(
                        part -> ranks.number(part.id()), Comparator.nullsLast(Comparator.<Integer>naturalOrder())))
                .toList();
    }

    MatrixPage.Heat heat(Read read, BoardRequest request, Words words) {
        List<double[]> bounds = read.columns().stream()
                .map(column -> TileMaps.bounds(read.parts().stream()
                        .map(part ->
                                read.readings().now(part.id(), column.code()).amount())
                        .filter(Objects::nonNull)
                        .mapToDouble(BigDecimal::doubleValue)
                        .toArray()))
                .toList();
        List<MatrixPage.HeatRow> rows = new ArrayList<>();
        rows.add(row(read.whole(), true, read, bounds, request));
        List<Choice> unknown = new ArrayList<>();
        for (UnitView part : read.parts()) {
            if (read.columns().stream()
                    .allMatch(it -> read.readings().now(part.id(), it.code()).amount() == null)) {
                unknown.add(new Choice(AreaBoard.partUrl(part, request), part.name()));
            } else {
                rows.add(row(part, false, read, bounds, request));
            }
        }
        return new MatrixPage.Heat(
                read.columns().stream()
                        .map(column -> new MatrixPage.Column(
                                words.brief(read.definition(column)),
                                words.unit(read.definition(column)),
                                request.url("sort", column.code()),
                                column.code().equals(read.sort())))
                        .toList(),
                rows,
                words.say("heat.caption", words.period(request.period())),
                unknown,
                words.say("ranking.unknown", words.vn().number(unknown.size())));
    }

    private static MatrixPage.HeatRow row(
            UnitView part, boolean whole, Read read, List<double[]> bounds, BoardRequest request) {
        List<MatrixPage.Cell> cells = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            Reading reading =
                    read.readings().now(part.id(), read.columns().get(i).code());
            String level = reading.level();
            cells.add(new MatrixPage.Cell(
                    reading.shown(),
                    reading.rate() ? reading.fraction() : reading.target(),
                    whole ? "" : "step-" + TileMap.step(reading.amount(), bounds.get(i)),
                    level.equals("none") || level.equals("info") ? null : level,
                    TileBoard.cardUrl(
                            reading, whole ? request.ref().toString() : AreaBoard.partCode(part, request), request)));
        }
        return new MatrixPage.HeatRow(
                part.name(),
                whole
                        ? request.url(request.ref().toString(), "", Map.of("sort", "", "group", ""))
                        : AreaBoard.partUrl(part, request),
                whole,
                cells);
    }
}
