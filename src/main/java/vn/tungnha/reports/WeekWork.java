package vn.tungnha.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done in some days, from the live counters: a unit's on the tree of the last of them, a team's own. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class WeekWork {

    /** Where several measures count one account type, the widest is taken, as in {@link RecentChanges}. */
    private static final String OF_TEAM = """
            with told as (
                select m.code, case when m.basis = 'ACTIVATIONS' then m.account_type end as account, sum(f.amount) as amount
                from team_figure_daily f join measure m on m.id = f.measure_id and (
                    m.code in ('VISITS', 'VISITS_MET') and f.grain = 'DAY'
                    or m.code = 'HOUSEHOLDS_REACHED' and f.grain = 'ALL'
                    or m.basis = 'ACTIVATIONS' and m.account_type is not null and f.grain = 'DAY')
                where f.team_id = :team and f.day between :first and :last
                group by m.id)
            select coalesce(account, code) as code, account is not null as activated, max(amount) as amount
            from told group by coalesce(account, code), account is not null having max(amount) <> 0 order by amount desc, code
            """;

    private static final String TEAMS = """
            select t.name, coalesce(sum(f.amount), 0) as visits
            from team t
            join team_area a on a.team_id = t.id and a.home and :last between a.valid_from and a.valid_to
            join unit_closure c on c.descendant_id = a.village_id and c.ancestor_id = :unit
                and :last between c.valid_from and c.valid_to
            left join (team_figure_daily f join measure m on m.id = f.measure_id and m.code = 'VISITS')
                on f.team_id = t.id and f.grain = 'DAY' and f.day between :first and :last
            where :last between t.established_on and t.ended_on
            group by t.id order by visits desc, t.number nulls last, t.id
            """;

    private static final String COMMUNES = """
            select v.name, coalesce(sum(f.amount * l.weight), 0) as visits
            from unit_closure c
            join unit u on u.id = c.descendant_id and u.level = 'COMMUNE'
            join unit_version v on v.unit_id = u.id and :last between v.valid_from and v.valid_to
            left join (unit_closure w
                join unit_lineage l on l.to_id = w.descendant_id and :last between l.valid_from and l.valid_to
                join figure_daily f on f.unit_id = l.from_id and f.grain = 'DAY' and f.day between :first and :last
                join measure m on m.id = f.measure_id and m.code = 'VISITS')
                on w.ancestor_id = u.id and :last between w.valid_from and w.valid_to
            where c.ancestor_id = :unit and :last between c.valid_from and c.valid_to
            group by u.id, v.name, v.sort order by visits desc, v.sort
            """;

    private final RecentChanges changes;
    private final JdbcClient jdbc;

    /** A team or commune and its visits. */
    public record Part(String name, BigDecimal visits) {

        public boolean silent() {
            return visits.signum() == 0;
        }
    }

    public Work ofUnit(long unit, LocalDate first, LocalDate last) {
        return changes.work(unit, first, last);
    }

    public Work ofTeam(long team, LocalDate first, LocalDate last) {
        return Work.read(
                jdbc.sql(OF_TEAM).param("team", team).param("first", first).param("last", last));
    }

    /** The busiest first. */
    public List<Part> teams(long commune, LocalDate first, LocalDate last) {
        return parts(TEAMS, commune, first, last);
    }

    /** The busiest first. */
    public List<Part> communes(long unit, LocalDate first, LocalDate last) {
        return parts(COMMUNES, unit, first, last);
    }

    private List<Part> parts(String sql, long unit, LocalDate first, LocalDate last) {
        return jdbc.sql(sql)
                .param("unit", unit)
                .param("first", first)
                .param("last", last)
                .query(Part.class)
                .list();
    }
}
