package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    private static final String RUN = ", run as materialized (select distinct first_day, last_day from w)";

    private static final String PLACES = " select distinct unit_id from roof";

    /**
     * Whoever was met at the places asked for on any of these days. Only of them every contact is read, wherever it was, as
     * the first of a run may have been somewhere else.
     */
    private static final String CAME = RUN + """
            , came as materialized (
                select v.id, v.household_id, v.team_id from visit v
                where v.status <> 'WITHDRAWN' and v.visited_on between :first and :last
                  and v.household_id in (
                      select p.household_id from household_placement p where p.village_id = any(:villages)))
            """;

    private static final String CONTACTS = """
            select run.first_day, run.last_day, c.measure_id, c.subject::text as subject, c.village_id, c.team_id,
                   c.visited_on, c.visited_at, c.id
            from run join %s c on c.visited_on between run.first_day and run.last_day and c.measure_id = any(:distincts)
                and c.visited_on between :first and :last and c.%s in (%s)
            """;

    /** Where each kind of subject was met, and of whom every contact is read; only of those that some measure counts. */
    private enum Met {
        HOUSEHOLDS("household_contact", "subject", "select household_id from came"),
        PERSONS(
                "person_contact",
                "subject",
                "select g.resident_id from came join visit_guided g on g.visit_id = came.id"),
        TRAINEES("trainee_contact", "subject", """
                select p.resident_id from activity a join activity_person p on p.activity_id = a.id
                where a.trains and a.held_on between :first and :last"""),
        ACTIVE_TEAMS(
                "team_contact",
                "subject",
                "select team_id from came union all select team_id from desk where village_id = any(:villages)");

        private final String ofUnits;
        private final String ofTeams;

        Met(String contacts, String column, String subjects) {
            ofUnits = CONTACTS.formatted(contacts, column, subjects);
            ofTeams = CONTACTS.formatted(contacts, "team_id", "select place from w");
        }

        /** The contacts of the kinds that these measures count. */
        private static String of(Collection<MeasureView> measures, Function<Met, String> contacts) {
            return Stream.of(values())
                    .filter(kind -> measures.stream()
                            .anyMatch(it ->
                                    it.adds(Adding.DISTINCT) && kind.name().equals(it.basis())))
                    .map(contacts)
                    .collect(Collectors.joining(" union all ", ", met as (", ")"));
        }
    }

    private static final String OF_UNITS = """
            , f as materialized (
                select distinct on (first_day, last_day, measure_id, subject)
                       first_day, last_day, measure_id, village_id, visited_on
                from met order by first_day, last_day, measure_id, subject, visited_at, id)
            select r.n, f.measure_id, sum(r.weight) as amount, bool_and(r.exact) as exact
            from f
            join roof r on r.unit_id = f.village_id and r.first_day - f.first_day = 0 and r.last_day - f.last_day = 0
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
        Integer[] distincts = FieldFigures.ids(measures, Adding.DISTINCT);
        if (spots.isEmpty() || distincts.length == 0) {
            return;
        }
        Map<String, Object> all =
                SpotParams.of(spots.stream().map(Spot::allDays).toList());
        Long[] villages = jdbc.sql(SpotParams.W + roof + PLACES)
                .params(all)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        run(spots, all, distincts, villages, roof + CAME + Met.of(measures, it -> it.ofUnits) + OF_UNITS, parts);
    }

    void readTeams(List<Spot> spots, Collection<MeasureView> measures, Parts parts) {
        Integer[] distincts = FieldFigures.ids(measures, Adding.DISTINCT);
        if (!spots.isEmpty() && distincts.length > 0) {
            Map<String, Object> all =
                    SpotParams.of(spots.stream().map(Spot::allDays).toList());
            run(spots, all, distincts, new Long[0], RUN + Met.of(measures, it -> it.ofTeams) + OF_TEAMS, parts);
        }
    }

    /**
     * Who came first in the run is asked of the whole run, as it is of a month: the roof then tells whose day that was.
     * The places are read beforehand, so that the planner knows how many they are.
     */
    private void run(
            List<Spot> spots,
            Map<String, Object> all,
            Integer[] distincts,
            Long[] villages,
            String statement,
            Parts parts) {
        jdbc.sql(SpotParams.W + statement)
                .params(all)
                .params(Map.of(
                        "distincts",
                        distincts,
                        "villages",
                        villages,
                        "first",
                        day(spots, it -> it.period().first(), Comparator.naturalOrder()),
                        "last",
                        day(spots, it -> it.period().last(), Comparator.reverseOrder())))
                .query(row -> {
                    parts.add(
                            row.getInt("n"),
                            row.getInt("measure_id"),
                            new Part(row.getBigDecimal("amount"), row.getBoolean("exact"), null));
                });
    }

    private static LocalDate day(List<Spot> spots, Function<Spot, LocalDate> of, Comparator<LocalDate> order) {
        return spots.stream().map(of).min(order).orElseThrow();
    }
}
