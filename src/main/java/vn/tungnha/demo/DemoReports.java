package vn.tungnha.demo;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** Last month's made-up reports: most approved, some waiting, a few missing; one of two wards has locked. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoReports {

    private static final String LOCKED_WARD = "20305";
    private static final int MISSING_OF = 20;
    private static final int WAITING_OF = 9;
    private static final int RETURNED_OF = 31;

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batch;
    private final Figures figures;
    private final DemoCodes codes;
    private final ReportCalendar calendar;
    private final PeriodLocks locks;

    void write(LocalDate today) {
        Period month = Period.month(YearMonth.from(today).minusMonths(1));
        Map<Long, Long> byTeam = reports(month);
        freeze(byTeam, month);
        UUID chairman = sql.sql("select id from account where username = 'chutich'")
                .query(UUID.class)
                .single();
        CurrentUser locking = new CurrentUser(
                chairman, "chutich", "", Set.of(Role.WARD_LEADER), new Scope(true, Set.of(), Set.of(), Set.of(), Set.of()));
        long ward = codes.unit(LOCKED_WARD, month.last());
        locks.lock(ward, calendar.of(month, ward), 0, null, locking);
    }

    /** Reports that were handed in, by team. */
    private Map<Long, Long> reports(Period month) {
        List<String[]> words = ReferenceFile.rows("demo/report-words.txt");
        Map<Long, Long> byTeam = new HashMap<>();
        List<Long> teams = sql.sql("select id from team where ended_on >= :last order by id")
                .param("last", month.last())
                .query(Long.class)
                .list();
        for (long team : teams) {
            if (team % MISSING_OF == 0) {
                continue;
            }
            String status = team % WAITING_OF == 0 ? "SUBMITTED" : team % RETURNED_OF == 0 ? "RETURNED" : "APPROVED";
            Instant at = month.last()
                    .plusDays(1 + team % 3)
                    .atTime(LocalTime.of(8, 0).plusMinutes(team * 7 % 540))
                    .atZone(Days.ZONE)
                    .toInstant();
            String[] said = words.get((int) (team % words.size()));
            boolean handedIn = !status.equals("RETURNED");
            long report = sql.sql("""
                            insert into team_report (version, team_id, period, first_day, last_day, status, good_practice, difficulties,
                                                     proposals, submitted_at)
                            values (1, :team, :period, :first, :last, :status, :good, :difficulties, :proposals, :at) returning id
                            """)
                    .param("team", team)
                    .param("period", month.code())
                    .param("first", month.first())
                    .param("last", month.last())
                    .param("status", status)
                    .param("good", said[0])
                    .param("difficulties", said[1])
                    .param("proposals", said[2])
                    .param("at", handedIn ? Timestamp.from(at) : null, Types.TIMESTAMP)
                    .query(Long.class)
                    .single();
            step(report, "SUBMITTED", at, null);
            if (status.equals("RETURNED")) {
                step(report, status, at.plusSeconds(86_400), words.get(0)[3]);
            } else {
                byTeam.put(team, report);
                if (status.equals("APPROVED")) {
                    step(report, status, at.plusSeconds(86_400), null);
                }
            }
        }
        return byTeam;
    }

    private void step(long report, String status, Instant at, @Nullable String comment) {
        sql.sql("insert into team_report_step (report_id, status, taken_at, comment) values (:report, :status, :at, :comment)")
                .param("report", report)
                .param("status", status)
                .param("at", Timestamp.from(at))
                .param("comment", comment)
                .update();
    }

    private void freeze(Map<Long, Long> byTeam, Period month) {
        List<IndicatorChoice> lines = sql.sql("""
                        select i.code, l.variant from report_line l join indicator i on i.id = l.indicator_id
                        where l.report = 'TEAM' order by l.position
                        """).query(IndicatorChoice.class).list();
        List<MapSqlParameterSource> rows = new ArrayList<>();
        for (IndicatorValue value : figures.values(
                FigureQuery.ofTeams(List.copyOf(byTeam.keySet()), lines, List.of(month)))) {
            rows.add(new MapSqlParameterSource()
                    .addValue("report", byTeam.get(value.place()))
                    .addValue("position", lines.indexOf(IndicatorChoice.of(value.indicator())))
                    .addValue("indicator", value.definition().id())
                    .addValue("variant", value.variant().code())
                    .addValue("kind", value.kind().name())
                    .addValue("numerator", value.numerator(), Types.NUMERIC)
                    .addValue("denominator", value.denominator(), Types.NUMERIC)
                    .addValue("value", value.value(), Types.NUMERIC)
                    .addValue("target", value.target(), Types.NUMERIC));
        }
        batch.batchUpdate("""
                insert into team_report_figure (report_id, position, indicator_id, variant, kind, numerator, denominator, value, target)
                values (:report, :position, :indicator, :variant, :kind, :numerator, :denominator, :value, :target)
                """, rows.toArray(MapSqlParameterSource[]::new));
    }
}
