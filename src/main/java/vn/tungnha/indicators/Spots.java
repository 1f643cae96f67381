package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Period;

/** Finds where each place stood in each period, and the communes it is made of. */
@Component
@RequiredArgsConstructor
class Spots {

    private static final String UNITS = """
            select u.id, u.level, u.continues_id, least(u.valid_from, d.valid_from) as valid_from, u.valid_to
            from unit u left join unit d on d.id = u.continues_id where u.id = any(:ids)
            """;

    private static final String TEAMS =
            "select id, 'TEAM' as level, null::bigint as continues_id, established_on as valid_from, ended_on as valid_to "
                    + "from team where id = any(:ids)";

    private static final String CELLS = """
            select w.n, u.id from w
            join unit_closure c on c.ancestor_id = w.place and w.day between c.valid_from and c.valid_to
            join unit u on u.id = c.descendant_id and u.level = 'COMMUNE'
            order by w.n, u.id
            """;

    private final JdbcClient jdbc;

    /** All places in all periods; a place that did not live in a period has no spot there. */
    Layout layout(FigureQuery query, Collection<Period> periods) {
        Map<Spot, List<Spot>> cells = new LinkedHashMap<>();
        List<Spot> spots = new ArrayList<>();
        for (Place place : places(UNITS, query.units())) {
            for (Period period : periods) {
                add(spots, place, false, period, query.structure());
            }
        }
        for (Place place : places(TEAMS, query.teams())) {
            for (Period period : periods) {
                add(spots, place, true, period, Structure.then());
            }
        }
        spots.forEach(spot -> cells.put(spot, new ArrayList<>()));
        List<Spot> wholes = spots.stream().filter(Spot::whole).toList();
        Map<Integer, Spot> byNumber = new HashMap<>();
        wholes.forEach(spot -> byNumber.put(spot.n(), spot));
        if (!wholes.isEmpty()) {
            int[] next = {spots.size()};
            jdbc.sql(SpotParams.W + CELLS).params(SpotParams.of(wholes)).query(row -> {
                Spot whole = Objects.requireNonNull(byNumber.get(row.getInt("n")));
                Objects.requireNonNull(cells.get(whole))
                        .add(new Spot(
                                next[0]++,
                                row.getLong("id"),
                                false,
                                null,
                                whole.period(),
                                whole.from(),
                                whole.day(),
                                true,
                                false));
            });
        }
        Map<Where, Spot> byWhere = new HashMap<>();
        spots.forEach(spot -> byWhere.put(new Where(spot.place(), spot.ofTeam(), spot.period()), spot));
        return new Layout(byWhere, cells);
    }

    private static void add(List<Spot> spots, Place place, boolean ofTeam, Period period, Structure structure) {
        boolean then = structure.pinned() == null;
        if (then && (place.validFrom().isAfter(period.last()) || place.validTo().isBefore(period.first()))) {
            return;
        }
        LocalDate day = structure.day(period);
        LocalDate from = period.first();
        if (then) {
            day = place.validTo().isBefore(day) ? place.validTo() : day;
            from = place.validFrom().isAfter(from) ? place.validFrom() : from;
        }
        boolean whole = !List.of("COMMUNE", "VILLAGE", "TEAM").contains(place.level());
        spots.add(new Spot(spots.size(), place.id(), ofTeam, place.continuesId(), period, from, day, !then, whole));
    }

    private List<Place> places(String sql, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(sql)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Place.class)
                        .list();
    }

    private record Place(long id, String level, @Nullable Long continuesId, LocalDate validFrom, LocalDate validTo) {}

    /** A place in a period. */
    record Where(long place, boolean ofTeam, Period period) {}

    /** The places themselves, and under each the communes it adds up. */
    record Layout(Map<Where, Spot> spots, Map<Spot, List<Spot>> cells) {

        List<Spot> all() {
            List<Spot> all = new ArrayList<>(cells.keySet());
            cells.values().forEach(all::addAll);
            return all;
        }

        @Nullable
        Spot of(long place, boolean ofTeam, Period period) {
            return spots.get(new Where(place, ofTeam, period));
        }
    }
}
