package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.maps.Shapes;
import vn.tungnha.reports.TilePlaces;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.chart.Outline;
import vn.tungnha.shared.chart.ShapeMap;
import vn.tungnha.shared.chart.TileMap;
import vn.tungnha.units.UnitView;

/** Draws the parts of a unit: in their shapes where its province has handed them in, else as tiles; the reader may choose. */
@Component
@RequiredArgsConstructor
class PartsMap {

    private static final String PARAM = "map";
    private static final String TILES = "tiles";
    private static final int NARROW = 8;

    private final BoardPlace place;
    private final TilePlaces tilePlaces;
    private final Shapes shapes;

    /**
     * One of both.
     *
     * @param ways to choose from; empty where there is one only
     * @param shapeless those of which there is no shape, with their figures
     */
    record Drawn(
            @Nullable TileMap tiles,
            @Nullable ShapeMap shapes,
            List<Segment> ways,
            List<Choice> shapeless,
            boolean wide) {

        /** What a file draws. */
        Object chart() {
            return shapes == null ? Objects.requireNonNull(tiles) : shapes;
        }
    }

    @Nullable
    Drawn of(UnitView unit, AreaRanking ranking, @Nullable UnitView picked, BoardRequest request, Words words) {
        LocalDate day = place.structureDay(unit, request);
        Map<Long, Outline> outlines =
                shapes.of(ranking.rows().stream().map(row -> row.unit().id()).toList(), day);
        Map<Long, TilePlaces.Place> places = tilePlaces.of(unit.code(), day);
        TileMap tiles = TileMaps.of(ranking, places, picked, request, words);
        if (outlines.isEmpty()) {
            return tiles == null ? null : new Drawn(tiles, null, List.of(), List.of(), tiles.columns() > NARROW);
        }
        TileMap chosen = TILES.equals(request.param(PARAM)) ? tiles : null;
        List<Segment> ways = tiles == null
                ? List.of()
                : List.of(
                        new Segment(words.say("map.shapes"), request.without(PARAM), chosen == null),
                        new Segment(words.say("map.tiles"), request.url(PARAM, TILES), chosen != null));
        if (chosen != null) {
            return new Drawn(chosen, null, ways, List.of(), chosen.columns() > NARROW);
        }
        return new Drawn(
                null,
                shaped(ranking, outlines, picked, request, words),
                ways,
                shapeless(ranking, outlines, request),
                ranking.rows().size() > 2 * NARROW);
    }

    private static ShapeMap shaped(
            AreaRanking ranking,
            Map<Long, Outline> outlines,
            @Nullable UnitView picked,
            BoardRequest request,
            Words words) {
        List<ShapeMap.Place> drawn = new ArrayList<>();
        boolean rate = false;
        for (AreaRanking.Row row : ranking.rows()) {
            Outline outline = outlines.get(row.unit().id());
            if (outline != null) {
                Reading reading = row.reading();
                rate |= reading.rate();
                drawn.add(new ShapeMap.Place(
                        row.unit().name(),
                        request.url("pick", row.unit().code()),
                        reading.amount(),
                        reading.shown(),
                        TileMaps.rank(ranking, row, words),
                        reading.level(),
                        outline,
                        picked != null && picked.id() == row.unit().id()));
            }
        }
        double[] bounds = TileMaps.bounds(drawn.stream()
                .map(ShapeMap.Place::value)
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .toArray());
        return ShapeMap.of(drawn, bounds, legend(rate, words));
    }

    static DoubleFunction<String> legend(boolean percent, Words words) {
        return bound -> words.vn().number(bound) + (percent ? "%" : "");
    }

    private static List<Choice> shapeless(AreaRanking ranking, Map<Long, Outline> outlines, BoardRequest request) {
        return ranking.rows().stream()
                .filter(row -> !outlines.containsKey(row.unit().id()))
                .map(row -> new Choice(
                        request.url("pick", row.unit().code()),
                        row.unit().name() + " " + row.reading().shown()))
                .toList();
    }
}
