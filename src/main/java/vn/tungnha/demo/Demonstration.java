package vn.tungnha.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.indicators.Counters;
import vn.tungnha.shared.Days;

/** The demonstration as a whole: all of it or nothing, once, and never over somebody's own data. */
@Slf4j
@Service
@Profile("demo")
@RequiredArgsConstructor
class Demonstration {

    private static final List<String> REGISTER = List.of("household", "household_placement", "resident", "residence");

    private final JdbcTemplate jdbc;
    private final JdbcClient sql;
    private final Clock clock;
    private final Preparation preparation;
    private final DemoWards wards;
    private final VillageTree tree;
    private final DemoAccounts accounts;
    private final DemoDesk desk;
    private final DemoTeams teams;
    private final DemoLife life;
    private final BulkGuards guards;
    private final PublishedFigures published;
    private final DemoFigures figures;
    private final DemoTargets targets;
    private final DemoActivities activities;
    private final DemoContests contests;
    private final DemoMarkets markets;
    private final DemoModels models;
    private final DemoRequests requests;
    private final DemoReports reports;
    private final DemoAllowances allowances;
    private final DemoCodes codes;
    private final Counters counters;

    @Transactional
    void loadOnce() {
        if (exists("demo_load")) {
            return;
        }
        if (exists("team") || exists("household")) {
            log.warn("This database holds teams or households already: no demonstration data are added");
            return;
        }
        LocalDate today = Days.today(clock);
        Steps steps = new Steps(preparation);
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            load(today, connection.unwrap(PGConnection.class).getCopyAPI(), steps);
            return true;
        });
        sql.sql("insert into demo_load (loaded_at, today) values (:now, :today)")
                .param("now", Timestamp.from(clock.instant()))
                .param("today", today)
                .update();
        log.info("Demonstration data loaded: {}", steps);
    }

    private void load(LocalDate today, CopyManager copy, Steps steps) {
        List<Ward> made = wards.wards();
        List<Village> villages = wards.villages(made);
        tree.plant(villages, copy);
        accounts.create();
        Names names = new Names();
        List<Team> formed = teams.write(villages, names, copy);
        accounts.assign(formed);
        life.write(formed, today);
        desk.lay();
        steps.done("places, accounts and teams");
        field(formed, names, today, copy, steps);
        activities.write(formed, today);
        contests.write(formed, today);
        markets.write(formed, today);
        models.write(formed, today);
        requests.write(formed, today);
        published.load(copy);
        figures.write(made, today, copy);
        targets.write(made, formed, today, copy);
        steps.done("figures and targets");
        count();
        steps.done("counters");
        allowances.write(today, made);
        reports.write(today);
        steps.done("reports");
    }

    private void count() {
        List<String> takenOff = guards.takeAllOff("figure_daily", "team_figure_daily");
        counters.refill();
        guards.putBack(takenOff);
    }

    private void field(List<Team> formed, Names names, LocalDate today, CopyManager copy, Steps steps) {
        String[] tables =
                Stream.concat(REGISTER.stream(), Stream.of(VisitLog.TABLES)).toArray(String[]::new);
        List<String> takenOff = guards.takeOff(tables);
        AccountTypes types = new AccountTypes(sql);
        DemoPeople people = new DemoPeople(names, types, today);
        VisitLog log = new VisitLog();
        DemoVisits visits = new DemoVisits(types, log, clock.instant());
        FigureRows populations = new FigureRows(true);
        Map<String, Integer> measures = codes.measures();
        try (CopyQueue queue = new CopyQueue(copy)) {
            for (Team team : formed) {
                List<Home> homes = people.settle(team);
                Populations.write(team.village(), homes, today, measures, populations);
                visits.go(team, homes);
                if (team.id() % 10 == 0) {
                    queue.send(people.tables(), log.tables());
                }
            }
            queue.send(people.tables(), log.tables());
            queue.finish();
        }
        populations.send(copy);
        steps.done("households and visits");
        guards.putBack(takenOff);
        steps.done("checks and indexes");
        sql.sql("analyze " + String.join(", ", tables) + ", unit_closure, team, team_area, team_member, measure")
                .update();
        Stream.concat(people.tables().stream(), log.tables().stream())
                .forEach(table -> steps.rows(table.table(), table.rows()));
    }

    private boolean exists(String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from " + table + ")", Boolean.class));
    }
}
