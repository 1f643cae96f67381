package vn.tungnha.activities;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Stale;

/** Activities as rows; whose figures change with them is told by the service. */
@Repository
@RequiredArgsConstructor
class ActivityRows {

    static final String SELECT = """
            select a.*, k.name_vi as kind_vi, k.name_en as kind_en, c.name as campaign_name, t.name as team,
                   v.name as village, w.name as commune, n.on_duty, n.named, n.present,
                   array(select x.team_id from activity_team x where x.activity_id = a.id order by 1) as invited
            from activity a
            join activity_kind k on k.code = a.kind
            join team t on t.id = a.team_id
            left join campaign c on c.id = a.campaign_id
            left join lateral (
                select name from unit_version where unit_id = a.village_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            left join lateral (
                select z.name from unit_lineage l
                join unit_closure x on x.descendant_id = l.to_id and :today between x.valid_from and x.valid_to
                join unit u on u.id = x.ancestor_id and u.level = 'COMMUNE'
                join unit_version z on z.unit_id = u.id and :today between z.valid_from and z.valid_to
                where l.from_id = a.village_id and :today between l.valid_from and l.valid_to limit 1) w on true
            cross join lateral (
                select count(*) filter (where p.on_duty) as on_duty, count(*) filter (where not p.on_duty) as named,
                       count(*) filter (where not p.on_duty and p.present_at is not null) as present
                from activity_person p where p.activity_id = a.id) n
            where\s""";

    private final JdbcClient jdbc;

    Optional<ActivityView> find(UUID id, LocalDate today) {
        return jdbc.sql(SELECT + "a.id = :id")
                .param("id", id)
                .param("today", today)
                .query(ActivityRows::view)
                .optional();
    }

    void add(UUID id, ActivityCommand told, ActivityKind kind, long village, UUID account, Instant now) {
        bind(jdbc.sql("""
                        insert into activity (id, campaign_id, kind, trains, duty, sign_up, desk, title, place, village_id, team_id,
                                              held_on, starts_at, ends_at, capacity, state, created_by, created_at)
                        values (:id, :campaign, :kind, :trains, :duty, :signUp, :desk, :title, :place, :village, :team,
                                :day, :from, :until, :capacity, 'PLANNED', :account, :now)"""), id, told, kind, village)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update();
        invite(id, told.invited());
    }

    void edit(UUID id, int version, ActivityCommand told, ActivityKind kind, long village) {
        int changed = bind(jdbc.sql("""
                        update activity set version = version + 1, campaign_id = :campaign, kind = :kind, trains = :trains,
                               duty = :duty, sign_up = :signUp, desk = :desk, title = :title, place = :place,
                               village_id = :village, team_id = :team, held_on = :day, starts_at = :from, ends_at = :until,
                               capacity = :capacity
                        where id = :id and version = :version"""), id, told, kind, village)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Stale("activity", id);
        }
        jdbc.sql("delete from activity_team where activity_id = ?").param(id).update();
        invite(id, told.invited());
    }

    void cancel(UUID id, String reason) {
        jdbc.sql(
                        "update activity set version = version + 1, state = 'CANCELLED', cancel_reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void close(UUID id, int version, ActivityOutcome outcome, UUID account, Instant now) {
        int changed = jdbc.sql("""
                        update activity set version = version + 1, state = 'HELD', others = :others, happy = :happy,
                               neutral = :neutral, unhappy = :unhappy, results = :results,
                               closed_by = :account, closed_at = :now
                        where id = :id and version = :version""")
                .param("others", outcome.others(), Types.INTEGER)
                .param("happy", outcome.happy(), Types.INTEGER)
                .param("neutral", outcome.neutral(), Types.INTEGER)
                .param("unhappy", outcome.unhappy(), Types.INTEGER)
                .param("results", outcome.results(), Types.VARCHAR)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Stale("activity", id);
        }
    }

    /** Waits for whoever is writing this activity. */
    void lock(UUID id) {
        jdbc.sql("select 1 from activity where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    private void invite(UUID id, Set<Long> teams) {
        jdbc.sql("insert into activity_team (activity_id, team_id) select :id, t from unnest(:teams) as t")
                .param("id", id)
                .param("teams", teams.toArray(Long[]::new))
                .update();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, UUID id, ActivityCommand told, ActivityKind kind, long village) {
        return statement
                .param("id", id)
                .param("campaign", told.campaign(), Types.OTHER)
                .param("kind", kind.code())
                .param("trains", kind.trains())
                .param("duty", kind.duty())
                .param("signUp", kind.signUp())
                .param("desk", kind.desk())
                .param("title", told.title().strip())
                .param("place", told.place().strip())
                .param("village", village)
                .param("team", told.team())
                .param("day", told.day())
                .param("from", told.day().atTime(told.from()).atZone(Days.ZONE).toOffsetDateTime())
                .param(
                        "until",
                        told.day().atTime(told.until()).atZone(Days.ZONE).toOffsetDateTime())
                .param("capacity", told.capacity(), Types.INTEGER);
    }

    static ActivityView view(ResultSet row, int n) throws SQLException {
        return new ActivityView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("campaign_id", UUID.class),
                row.getString("campaign_name"),
                row.getString("kind"),
                row.getString("kind_vi"),
                row.getString("kind_en"),
                row.getBoolean("trains"),
                row.getBoolean("duty"),
                row.getBoolean("sign_up"),
                row.getBoolean("desk"),
                row.getString("title"),
                row.getString("place"),
                row.getLong("village_id"),
                row.getString("village"),
                row.getString("commune"),
                row.getLong("team_id"),
                row.getString("team"),
                longs(row.getArray("invited")),
                row.getObject("held_on", LocalDate.class),
                moment(row, "starts_at"),
                moment(row, "ends_at"),
                number(row, "capacity"),
                ActivityState.valueOf(row.getString("state")),
                number(row, "others"),
                number(row, "happy"),
                number(row, "neutral"),
                number(row, "unhappy"),
                row.getString("results"),
                row.getString("cancel_reason"),
                moment(row, "created_at"),
                row.getInt("on_duty"),
                row.getInt("named"),
                row.getInt("present"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private static Set<Long> longs(Array array) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((Long[]) array.getArray()));
    }
}
