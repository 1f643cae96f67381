package vn.tungnha.activities;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Desks that stood at an activity. They go on counting for themselves (persons guided, turns); here they are only named, and
 * each at one activity, so that nobody is counted twice.
 */
@Service
@RequiredArgsConstructor
public class ActivityDesks {

    private final JdbcClient jdbc;

    /**
     * A desk as it counts by itself.
     *
     * @param persons met by name; {@code turns} = counted without names
     */
    public record Desk(UUID id, String name, String team, int persons, int turns) {}

    /** Those of its day and teams that belong to it or to no other activity. */
    public List<Desk> of(ActivityView activity) {
        if (!activity.desk()) {
            return List.of();
        }
        return jdbc.sql("""
                        select k.id, k.name, t.name as team,
                               (select count(distinct g.resident_id) from visit v join visit_guided g on g.visit_id = v.id
                                where v.desk_id = k.id and v.status <> 'WITHDRAWN') as persons,
                               (select coalesce(sum(u.turns), 0) from desk_count n join desk_turns u on u.count_id = n.id
                                where n.desk_id = k.id and n.withdrawn_at is null) as turns
                        from desk k join team t on t.id = k.team_id
                        left join activity_desk d on d.desk_id = k.id
                        where d.activity_id = :activity
                           or d.activity_id is null and k.held_on = :day and (k.team_id = :team or k.team_id = any(:invited))
                              and not exists (
                                select from activity e where e.desk and e.state <> 'CANCELLED' and e.held_on = :day and e.id <> :activity
                                  and (e.starts_at, e.id) < (cast(:from as timestamptz), :activity)
                                  and (e.team_id = k.team_id
                                       or exists (select from activity_team x where x.activity_id = e.id and x.team_id = k.team_id)))
                        order by k.started_at, k.id""")
                .param("activity", activity.id())
                .param("day", activity.day())
                .param("from", activity.startsAt().atOffset(ZoneOffset.UTC))
                .param("team", activity.teamId())
                .param("invited", activity.invited().toArray(Long[]::new))
                .query(Desk.class)
                .list();
    }

    /** From its closing on they are its own for good. */
    void gather(ActivityView activity) {
        of(activity).forEach(desk -> jdbc.sql(
                        "insert into activity_desk (desk_id, activity_id) values (:desk, :activity) on conflict do nothing")
                .param("desk", desk.id())
                .param("activity", activity.id())
                .update());
    }

    /** Whether anybody was counted at its desks. */
    boolean countedAt(UUID activity) {
        return jdbc.sql("""
                        select exists (select from activity_desk d join desk_count n on n.desk_id = d.desk_id and n.withdrawn_at is null
                                       where d.activity_id = :activity)
                            or exists (select from activity_desk d join visit v on v.desk_id = d.desk_id and v.status <> 'WITHDRAWN'
                                       where d.activity_id = :activity)""").param("activity", activity).query(Boolean.class).single();
    }
}
