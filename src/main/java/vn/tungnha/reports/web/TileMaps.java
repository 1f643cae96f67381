package vn.tungnha.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.reports.TilePlaces;
import vn.tungnha.shared.chart.TileMap;
import vn.tungnha.units.UnitView;

/** Lays the parts of a unit out as tiles, where it is known how they lie. */
final class TileMaps {

    private static final int STEPS = 5;

    private TileMaps() {}

    static @Nullable TileMap of(
            AreaRanking ranking,
            Map<Long, TilePlaces.Place> places,
            @Nullable UnitView picked,
            BoardRequest request,
            Words words) {
        List<TileMap.Place> drawn = new ArrayList<>();
        boolean rate = false;
        for (AreaRanking.Row row : ranking.rows()) {
            TilePlaces.Place at = places.get(row.unit().id());
            if (at == null) {
                continue;
            }
            Reading reading = row.reading();
            rate |= reading.rate();
            drawn.add(new TileMap.Place(
                    row.unit().name(),
                    request.url("pick", row.unit().code()),
                    reading.amount(),
                    reading.shown(),
                    rank(ranking, row, words),
                    reading.level(),
                    at.column(),
                    at.row(),
                    picked != null && picked.id() == row.unit().id()));
        }
        if (drawn.isEmpty()) {
            return null;
        }
        return TileMap.of(drawn, bounds(drawn), PartsMap.legend(rate, words));
    }

    /** "Thứ 3/14", empty where a rank would say little. */
    static String rank(AreaRanking ranking, AreaRanking.Row row, Words words) {
        String rank = ranking.place(row, words);
        return rank == null ? "" : words.say("tile.rank", rank);
    }

    /** Four round bounds between the least and the most. */
    static double[] bounds(List<TileMap.Place> drawn) {
        return bounds(drawn.stream()
                .map(TileMap.Place::value)
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .toArray());
    }

    /** The same of bare values. */
    static double[] bounds(double[] values) {
        double[] known = DoubleStream.of(values).sorted().toArray();
        boolean flat = known.length == 0 || known[known.length - 1] - known[0] < 0.1;
        double low = flat ? 0 : known[0];
        double high = flat ? Math.max(100, known.length == 0 ? 0 : known[0]) : known[known.length - 1];
        double step = (high - low) / STEPS;
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(step, 0.01))));
        double round = Math.max(unit, Math.round(step / unit) * unit);
        double first = Math.ceil(low / round) * round;
        if (first <= low) {
            first += round;
        }
        double[] bounds = new double[STEPS - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Math.round((first + i * round) * 100) / 100.0;
        }
        return bounds;
    }
}
