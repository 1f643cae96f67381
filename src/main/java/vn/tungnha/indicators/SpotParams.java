package vn.tungnha.indicators;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spots as arrays for one statement; an area that continues a district stands there twice. */
final class SpotParams {

    /** The common table expression every statement of the engine begins with. */
    static final String W = """
            with w as materialized (select * from unnest(:ns, :places, :firsts, :lasts, :days, :grains)
                       as w (n, place, first_day, last_day, day, grain))
            """;

    private SpotParams() {}

    static Map<String, Object> of(List<Spot> spots) {
        List<Spot> rows = new ArrayList<>(spots);
        List<Long> places = new ArrayList<>(spots.stream().map(Spot::place).toList());
        for (Spot spot : spots) {
            if (spot.also() != null) {
                rows.add(spot);
                places.add(spot.also());
            }
        }
        return Map.of(
                "ns", rows.stream().map(Spot::n).toArray(Integer[]::new),
                "places", places.toArray(Long[]::new),
                "firsts", rows.stream().map(it -> Date.valueOf(it.from())).toArray(Date[]::new),
                "lasts", rows.stream().map(it -> Date.valueOf(it.last())).toArray(Date[]::new),
                "days", rows.stream().map(it -> Date.valueOf(it.day())).toArray(Date[]::new),
                "grains", rows.stream().map(it -> it.period().grain().name()).toArray(String[]::new));
    }
}
