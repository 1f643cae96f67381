package vn.tungnha.reports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What in a ward waits for somebody: silent teams, visits to look at, returns overdue, reported figures missing. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class WardWork {

    private final JdbcClient jdbc;

    /** The day of the last valid visit of each team up to a day; teams without one are absent. */
    public Map<Long, LocalDate> lastLogs(Collection<Long> teams, LocalDate until) {
        Map<Long, LocalDate> days = new HashMap<>();
        jdbc.sql("""
                        select t.id, l.visited_on from unnest(cast(:teams as bigint[])) t (id)
                        join lateral (select greatest(
                            (select max(v.visited_on) from visit v
                             where v.team_id = t.id and v.visited_on <= :until and v.status <> 'WITHDRAWN'),
                            (select max(k.held_on) from desk k join desk_count n on n.desk_id = k.id
                             where k.team_id = t.id and k.held_on <= :until and n.withdrawn_at is null)) as visited_on) l
                          on l.visited_on is not null
                        """)
                .param("teams", teams.toArray(Long[]::new))
                .param("until", until)
                .query(row -> {
                    days.put(row.getLong("id"), row.getObject("visited_on", LocalDate.class));
                });
        return days;
    }

    /** Who to ring about a team. */
    public record Leader(long teamId, String name, @Nullable String phone) {}

    public Map<Long, Leader> leaders(Collection<Long> teams, LocalDate on) {
        Map<Long, Leader> leaders = new HashMap<>();
        jdbc.sql("""
                        select team_id, name, phone from team_member
                        where team_id = any(:teams) and role = 'LEADER' and :on between joined_on and left_on
                        """)
                .param("teams", teams.toArray(Long[]::new))
                .param("on", on)
                .query(Leader.class)
                .list()
                .forEach(leader -> leaders.put(leader.teamId(), leader));
        return leaders;
    }

    /** What waits in the teams' visits. */
    public record Waiting(
            int attention,
            @Nullable LocalDate oldestAttention,
            int overdue,
            @Nullable LocalDate oldestOverdue) {}

    /** Visits flagged and not yet settled, and appointments that passed without another visit. */
    public Waiting waiting(Collection<Long> teams, LocalDate today) {
        return jdbc.sql("""
                        select count(*) filter (where v.attention is not null) as attention,
                               min(v.visited_on) filter (where v.attention is not null) as oldest_attention,
                               count(*) filter (where due) as overdue,
                               cast(min(v.follow_up_at) filter (where due) as date) as oldest_overdue
                        from (select v.*, v.follow_up_at < cast(:today as date) and not exists (
                                select from visit n where n.household_id = v.household_id and n.status <> 'WITHDRAWN' and n.place = 'HOME'
                                and n.visited_at > v.visited_at) as due
                              from visit v where v.team_id = any(:teams) and v.status <> 'WITHDRAWN'
                              and (v.attention is not null or v.follow_up_at is not null)) v
                        """)
                .param("teams", teams.toArray(Long[]::new))
                .param("today", today)
                .query(Waiting.class)
                .single();
    }

    /** Names of measures the unit reported before this period, but not for it. */
    public List<String> missing(long unitId, String period, LocalDate first, boolean english) {
        return jdbc.sql("""
                        select distinct m.position, case when :english then m.name_en else m.name_vi end as name
                        from reported_value r join measure m on m.id = r.measure_id and m.source = 'REPORTED'
                        where r.unit_id = :unit and r.replaced_at is null and r.last_day < :first
                          and r.first_day >= cast(:first as date) - 100 and length(r.period) = 7
                          and not exists (select from reported_value n where n.unit_id = r.unit_id
                            and n.measure_id = r.measure_id and n.replaced_at is null and n.period = :period)
                        order by m.position
                        """)
                .param("unit", unitId)
                .param("period", period)
                .param("first", first)
                .param("english", english)
                .query((row, number) -> row.getString("name"))
                .list();
    }
}
