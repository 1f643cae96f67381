package vn.tungnha.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.TeamView;

/** Periods as teams report them: month by month, each in the commune in which the team was at home by then. */
@Component
@RequiredArgsConstructor
class TeamPeriods {

    private final JdbcClient jdbc;
    private final ReportCalendar calendar;
    private final Clock clock;

    /** @throws RuleBroken when it has not begun */
    ReportPeriod of(TeamView team, Period named) {
        ReportPeriod period = calendar.of(named, home(team, named.last()));
        if (period.first().isAfter(Days.today(clock))) {
            throw RuleBroken.at("period", "closing.error.future");
        }
        return period;
    }

    /** The commune of the home village on a day; the present one for days before the team's time. */
    long home(TeamView team, LocalDate on) {
        return jdbc.sql("""
                        select c.ancestor_id from team_area a
                        join unit_closure c on c.descendant_id = a.village_id and :on between c.valid_from and c.valid_to
                        join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                        where a.team_id = :team and a.home and :on between a.valid_from and a.valid_to
                        """)
                .param("team", team.id())
                .param("on", on)
                .query(Long.class)
                .optional()
                .orElseGet(() -> present(team));
    }

    static long present(TeamView team) {
        if (team.communeId() == null) {
            throw new RuleBroken("closing.error.no-home");
        }
        return team.communeId();
    }

    /** The months of a period that have begun by now; of a month itself. */
    List<ReportPeriod> months(Period named, long unitId) {
        LocalDate today = Days.today(clock);
        return monthsOf(named)
                .map(month -> calendar.of(month, unitId))
                .filter(month -> !month.first().isAfter(today))
                .toList();
    }

    /** Since when each of these teams exists: it owes nothing before. */
    Map<Long, LocalDate> founded(Collection<Long> teams) {
        Map<Long, LocalDate> founded = new HashMap<>();
        jdbc.sql("select id, established_on from team where id = any(:ids)")
                .param("ids", teams.toArray(Long[]::new))
                .query(row -> {
                    founded.put(
                            row.getLong("id"),
                            Objects.requireNonNull(row.getObject("established_on", LocalDate.class)));
                });
        return founded;
    }

    static Stream<Period> monthsOf(Period named) {
        YearMonth last = YearMonth.from(named.last());
        return Stream.iterate(
                        YearMonth.from(named.first()), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(Period::month);
    }
}
