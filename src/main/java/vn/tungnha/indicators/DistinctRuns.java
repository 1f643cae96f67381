package vn.tungnha.indicators;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.MeasureView.Adding;

/**
 * Counts distinct measures over runs of days that are no calendar period, straight from the contacts: neither months nor
 * quarters can be added up to them.
 */
@Component
@RequiredArgsConstructor
class DistinctRuns {

    private static final String CONTACTS = """
            select run.first_day, run.last_day, c.measure_id, c.subject::text as subject, c.village_id, c.team_id,
                   c.visited_on, c.visited_at, c.id
            from run join %s c on c.visited_on between run.first_day and run.last_day and c.measure_id = any(:distincts)
            """;

    /** Each household, person and team that was met, in each run, with the measures it counts for. */
    private static final String MET = ", run as (select distinct first_day, last_day from w), met as ("
            + Stream.of("household_contact", "person_contact", "team_contact")
                    .map(CONTACTS::formatted)
                    .collect(Collectors.joining(" union all "))
            + ")";

    private static final String OF_UNITS = """
            select r.n, f.measure_id, sum(r.weight) as amount, bool_and(r.exact) as exact
            from (select distinct on (first_day, last_day, measure_id, subject) * from met
                  order by first_day, last_day, measure_id, subject, visited_at, id) f
            join roof r on r.unit_id = f.village_id and r.first_day = f.first_day and r.last_day = f.last_day
                and f.visited_on between r.from_day and r.to_day
            group by r.n, f.measure_id
            """;

    private static final String OF_TEAMS = """
            select w.n, f.measure_id, count(distinct f.subject)::numeric as amount, true as exact
            from w join met f on f.team_id = w.place and f.first_day = w.first_day and f.last_day = w.last_day
            group by w.n, f.measure_id
            """;

    private final JdbcClient jdbc;

    void read(List<Spot> spots, Collection<MeasureView> measures, String roof, Parts parts) {
        run(spots, measures, roof + MET + OF_UNITS, parts);
    }

    void readTeams(List<Spot> spots, Collection<MeasureView> measures, Parts parts) {
        run(spots, measures, MET + OF_TEAMS, parts);
    }

    /** Who came first in the run is asked of the whole run, as it is of a month: the roof then tells whose day that was. */
    private void run(List<Spot> spots, Collection<MeasureView> measures, String statement, Parts parts) {
        Integer[] distincts = FieldFigures.ids(measures, Adding.DISTINCT);
        if (spots.isEmpty() || distincts.length == 0) {
            return;
        }
        jdbc.sql(SpotParams.W + statement)
                .params(SpotParams.of(spots.stream().map(Spot::allDays).toList()))
                .params(Map.of("distincts", distincts))
                .query(row -> {
                    parts.add(
                            row.getInt("n"),
                            row.getInt("measure_id"),
                            new Part(row.getBigDecimal("amount"), row.getBoolean("exact"), null));
                });
    }
}
