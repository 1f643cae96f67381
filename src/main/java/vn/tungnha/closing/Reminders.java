package vn.tungnha.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.closing.Reminder.Sort;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** What teams and wards still owe for the last month that is over: as many statements for one team as for a thousand. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Reminders {

    /** Communes of today under some units, and whose calendar they keep: their province's, if they have one. */
    private static final String COMMUNES = """
            select distinct u.id, coalesce(p.ancestor_id, u.id) as keeper
            from unit_closure c join unit u on u.id = c.descendant_id and u.level = 'COMMUNE'
            left join (unit_closure p join unit x on x.id = p.ancestor_id and x.level = 'PROVINCE')
                on p.descendant_id = u.id and :today between p.valid_from and p.valid_to
            where c.ancestor_id = any(:units) and :today between c.valid_from and c.valid_to
            """;

    /** The same for the communes in which teams are at home. */
    private static final String COMMUNES_OF_TEAMS = """
            select distinct u.id, coalesce(p.ancestor_id, u.id) as keeper
            from team_area a join unit_closure c on c.descendant_id = a.village_id and :today between c.valid_from and c.valid_to
            join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
            left join (unit_closure p join unit x on x.id = p.ancestor_id and x.level = 'PROVINCE')
                on p.descendant_id = u.id and :today between p.valid_from and p.valid_to
            where a.team_id = any(:units) and a.home and :today between a.valid_from and a.valid_to
            """;

    /**
     * Who was a commune at the end of the period owes for it, and who ended within it for the days until then, without
     * reports of teams: those report the whole where they are by its end. What carries it today sees to that.
     */
    private static final String WARDS = """
            select h.id, h.until, count(t.id) as teams, count(*) filter (where r.status = 'SUBMITTED') as waiting,
                   count(t.id) filter (where r.status is null or r.status in ('DRAFT', 'RETURNED')) as missing,
                   exists (select from period_lock l
                           where l.unit_id = h.id and l.first_day = :first and l.last_day = h.until) as locked
            from (select distinct u.id, least(u.valid_to, :last) as until from unit_lineage i join unit u on u.id = i.from_id and u.level = 'COMMUNE'
                  where i.to_id = any(:ids) and :today between i.valid_from and i.valid_to
                    and u.valid_from <= :last and u.valid_to >= :first) h
            left join lateral (
                select t.id from team t
                where h.until = :last and :last between t.established_on and t.ended_on and exists (
                    select from team_area a join unit_closure c on c.descendant_id = a.village_id
                        and c.ancestor_id = h.id and :last between c.valid_from and c.valid_to
                    where a.team_id = t.id and :last between a.valid_from and a.valid_to)) t on true
            left join team_report r on r.team_id = t.id and r.first_day = :first and r.last_day = :last
            group by h.id, h.until order by h.id
            """;

    private static final String TEAMS = """
            select t.id, r.status, exists (
                       select from team_area a join unit_closure c on c.descendant_id = a.village_id
                           and :last between c.valid_from and c.valid_to
                       join period_lock l on l.unit_id = c.ancestor_id and l.first_day = :first and l.last_day = :last
                       where a.team_id = t.id and a.home and :last between a.valid_from and a.valid_to) as locked
            from team t
            left join team_report r on r.team_id = t.id and r.first_day = :first and r.last_day = :last
            where t.id = any(:ids) and :last between t.established_on and t.ended_on order by t.id
            """;

    private final JdbcClient jdbc;
    private final ReportCalendar calendar;
    private final ScopeGuard guard;
    private final Clock clock;

    private record Commune(long id, long keeper) {}

    private record Ward(long id, LocalDate until, long teams, long waiting, long missing, boolean locked) {}

    private record OwnTeam(long id, @Nullable String status, boolean locked) {}

    /** For the page of a unit: of a ward what it and its teams owe, above that how many wards are still open. */
    public List<Reminder> of(UnitView place, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, place.id());
        if (place.level() == UnitLevel.VILLAGE) {
            return List.of();
        }
        List<Reminder> found = new ArrayList<>();
        byPeriod(COMMUNES, List.of(place.id())).forEach((period, communes) -> {
            List<Ward> wards = wards(communes, period);
            if (place.level() == UnitLevel.COMMUNE) {
                wards.forEach(ward -> found.addAll(of(ward, period.until(ward.until()))));
            } else {
                long open = wards.stream().filter(ward -> !ward.locked()).count();
                add(found, Sort.WARDS_LOCK, place.id(), period, open, wards.size());
            }
        });
        return found;
    }

    /** What somebody owes as leader of teams. */
    public List<Reminder> ofTeams(CurrentUser user) {
        Collection<Long> teams = user.as(Role.TEAM_LEADER).scope().teams();
        List<Reminder> found = new ArrayList<>();
        byPeriod(COMMUNES_OF_TEAMS, teams).forEach((period, communes) -> bind(TEAMS, teams, period)
                .query(OwnTeam.class)
                .list()
                .forEach(team -> {
                    boolean back = "RETURNED".equals(team.status());
                    boolean owes = back || team.status() == null || "DRAFT".equals(team.status());
                    add(
                            found,
                            back ? Sort.TEAM_MEND : Sort.TEAM_HAND_IN,
                            team.id(),
                            period,
                            owes && !team.locked() ? 1 : 0,
                            1);
                }));
        return found;
    }

    /** How many reports of teams wait for somebody's approval, and how many months of wards for being locked. */
    public int waiting(CurrentUser user) {
        Collection<Long> places =
                user.as(Role.WARD_OFFICER, Role.WARD_LEADER).scope().roots(Data.FIGURES);
        long waiting = 0;
        for (var one : byPeriod(COMMUNES, places).entrySet()) {
            for (Ward ward : wards(one.getValue(), one.getKey())) {
                waiting += ward.waiting() + (ward.locked() ? 0 : 1);
            }
        }
        return Math.toIntExact(waiting);
    }

    /** Provinces may cut their months differently; hardly anybody works in two. */
    private Map<ReportPeriod, List<Long>> byPeriod(String communes, Collection<Long> units) {
        if (units.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Long>> byKeeper = jdbc
                .sql(communes)
                .param("units", units.toArray(Long[]::new))
                .param("today", Days.today(clock))
                .query(Commune.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Commune::keeper, Collectors.mapping(Commune::id, Collectors.toList())));
        return byKeeper.entrySet().stream()
                .collect(Collectors.toMap(
                        it -> calendar.lastOver(it.getKey()), Map.Entry::getValue, Reminders::together));
    }

    private static List<Long> together(List<Long> some, List<Long> others) {
        List<Long> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private List<Ward> wards(Collection<Long> communes, ReportPeriod period) {
        return bind(WARDS, communes, period)
                .param("today", Days.today(clock))
                .query(Ward.class)
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, Collection<Long> ids, ReportPeriod period) {
        return jdbc.sql(sql)
                .param("ids", ids.toArray(Long[]::new))
                .param("first", period.first())
                .param("last", period.last());
    }

    private static List<Reminder> of(Ward ward, ReportPeriod period) {
        List<Reminder> found = new ArrayList<>();
        add(found, Sort.WARD_APPROVE, ward.id(), period, ward.waiting(), ward.teams());
        if (!ward.locked()) {
            add(found, Sort.WARD_MISSING, ward.id(), period, ward.missing(), ward.teams());
            add(found, Sort.WARD_LOCK, ward.id(), period, 1, 1);
        }
        return found;
    }

    private static void add(List<Reminder> to, Sort sort, long place, ReportPeriod period, long count, long of) {
        if (count > 0) {
            to.add(new Reminder(sort, place, period, count, of));
        }
    }
}
