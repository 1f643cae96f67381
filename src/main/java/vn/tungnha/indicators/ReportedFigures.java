package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.MeasureView.Source;

/**
 * What was reported for each spot. A commune takes in what the units it carries reported (its predecessors, and for
 * population its villages); a higher place only what it reported itself, as communes are added up by the engine.
 */
@Component
@RequiredArgsConstructor
class ReportedFigures {

    /** Units a spot takes values from, with the share it takes. */
    private static final String CARRIED = """
            , carried as (
                select w.n, w.last_day, u.id as unit_id, u.level, u.valid_from, u.valid_to, sum(l.weight) as weight,
                       bool_and(l.exact) as exact, bool_or(u.id = w.place) as own
                from w
                join unit_closure c on c.ancestor_id = w.place and w.day between c.valid_from and c.valid_to
                    and (c.depth = 0 or not (w.n = any(:wholes)))
                join unit_lineage l on l.to_id = c.descendant_id and w.day between l.valid_from and l.valid_to
                join unit u on u.id = l.from_id and u.valid_from <= w.last_day
                group by w.n, w.last_day, u.id)
            """;

    /** The villages of a team's area: their population is what the team works among. */
    private static final String AREA_CARRIED = """
            , carried as (
                select w.n, w.last_day, u.id as unit_id, u.level, u.valid_from, u.valid_to, sum(l.weight) as weight,
                       bool_and(l.exact) as exact, false as own
                from w
                join team_area a on a.team_id = w.place and w.day between a.valid_from and a.valid_to
                join unit_lineage l on l.to_id = a.village_id and w.day between l.valid_from and l.valid_to
                join unit u on u.id = l.from_id and u.valid_from <= w.last_day
                group by w.n, w.last_day, u.id)
            """;

    private static final String VALUES = """
            select k.n, k.unit_id, k.level, k.weight, k.exact, k.own,
                   r.measure_id, r.period, r.first_day, r.last_day, r.amount, r.captured_on
            from carried k
            join reported_value r on r.unit_id = k.unit_id and r.measure_id = any(:measures) and r.replaced_at is null
                and r.amount is not null and r.first_day <= k.last_day
            """;

    private static final String CONTRIBUTORS = """
            select n, unit_id, valid_from, valid_to, own from carried where level = 'COMMUNE' and not (n = any(:wholes))
            """;

    private static final String HEIRS = """
            select from_id, to_id, valid_from, valid_to from unit_lineage
            where from_id = any(:units) and to_id = any(:units) and from_id <> to_id
            """;

    private final JdbcClient jdbc;

    void read(List<Spot> spots, Collection<MeasureView> measures, LocalDate today, Parts parts) {
        List<MeasureView> reported =
                measures.stream().filter(it -> it.source() != Source.FIELD).toList();
        read(CARRIED, spots.stream().filter(it -> !it.ofTeam()).toList(), reported, today, parts);
        List<MeasureView> population =
                measures.stream().filter(it -> it.source() == Source.POPULATION).toList();
        read(AREA_CARRIED, spots.stream().filter(Spot::ofTeam).toList(), population, today, parts);
    }

    private void read(String carried, List<Spot> units, List<MeasureView> reported, LocalDate today, Parts parts) {
        if (reported.isEmpty() || units.isEmpty()) {
            return;
        }
        Map<String, Object> params = new HashMap<>(SpotParams.of(units));
        params.put("wholes", units.stream().filter(Spot::whole).map(Spot::n).toArray(Integer[]::new));
        params.put("measures", reported.stream().map(MeasureView::id).toArray(Integer[]::new));
        Map<Integer, Map<Integer, List<ReportedRow>>> rows = new HashMap<>();
        List<Long> seen = new ArrayList<>();
        jdbc.sql(SpotParams.W + carried + VALUES)
                .params(params)
                .query(ReportedRow.class)
                .list()
                .forEach(row -> {
                    rows.computeIfAbsent(row.n(), n -> new HashMap<>())
                            .computeIfAbsent(row.measureId(), m -> new ArrayList<>())
                            .add(row);
                    seen.add(row.unitId());
                });
        if (rows.isEmpty()) {
            return;
        }
        Map<Integer, List<Contributor>> contributors = new HashMap<>();
        jdbc.sql(SpotParams.W + carried + CONTRIBUTORS)
                .params(params)
                .query(Contributor.class)
                .list()
                .forEach(row -> {
                    contributors
                            .computeIfAbsent(row.n(), n -> new ArrayList<>())
                            .add(row);
                });
        List<Heir> heirs = jdbc.sql(HEIRS)
                .param("units", seen.stream().distinct().toArray(Long[]::new))
                .query(Heir.class)
                .list();
        for (Spot spot : units) {
            Map<Integer, List<ReportedRow>> ofSpot = rows.getOrDefault(spot.n(), Map.of());
            for (MeasureView measure : reported) {
                List<ReportedRow> values = ofSpot.get(measure.id());
                if (values == null) {
                    continue;
                }
                Part part = new ReportedSeries(
                                measure, spot, values, contributors.getOrDefault(spot.n(), List.of()), heirs, today)
                        .part();
                if (part != null) {
                    parts.add(spot.n(), measure.id(), part);
                }
            }
        }
    }

    /** A unit whose reports a spot takes in, with its life. */
    record Contributor(int n, long unitId, LocalDate validFrom, LocalDate validTo, boolean own) {}

    /** Who carried whom on which days. */
    record Heir(long fromId, long toId, LocalDate validFrom, LocalDate validTo) {}
}
