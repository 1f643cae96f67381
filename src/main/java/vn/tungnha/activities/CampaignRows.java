package vn.tungnha.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.Stale;

/** Campaigns and the quotas of their teams, as rows. */
@Repository
@RequiredArgsConstructor
class CampaignRows {

    static final String SELECT = """
            select c.*, v.full_name as unit_name, u.level, t.name as team_name, n.teams, n.shared
            from campaign c
            left join unit u on u.id = c.unit_id
            left join lateral (
                select full_name from unit_version where unit_id = c.unit_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            left join team t on t.id = c.team_id
            cross join lateral (
                select count(*) as teams, coalesce(sum(quota), 0) as shared from campaign_team x where x.campaign_id = c.id) n
            where\s""";

    private final JdbcClient jdbc;

    Optional<CampaignView> find(UUID id, LocalDate today) {
        return jdbc.sql(SELECT + "c.id = :id")
                .param("id", id)
                .param("today", today)
                .query(CampaignRows::view)
                .optional();
    }

    void add(UUID id, CampaignCommand told, UUID account, Instant now) {
        bind(jdbc.sql("""
                        insert into campaign (id, name, unit_id, team_id, indicator, goal, first_day, last_day, note, created_by, created_at)
                        values (:id, :name, :unit, :team, :indicator, :goal, :first, :last, :note, :account, :now)"""), id, told)
                .param("unit", told.unit(), Types.BIGINT)
                .param("team", told.team(), Types.BIGINT)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                        insert into campaign_team (campaign_id, team_id)
                        select distinct :id, t.id from team t
                        join team_area s on s.team_id = t.id and s.home and :day between s.valid_from and s.valid_to
                        left join unit_closure x on x.descendant_id = s.village_id and x.ancestor_id = :unit
                            and :day between x.valid_from and x.valid_to
                        where :day between t.established_on and t.ended_on and (x.ancestor_id is not null or t.id = :team)""")
                .param("id", id)
                .param("day", told.firstDay())
                .param("unit", told.unit(), Types.BIGINT)
                .param("team", told.team(), Types.BIGINT)
                .update();
    }

    void edit(UUID id, int version, CampaignCommand told) {
        requireOne(bind(jdbc.sql("""
                        update campaign set version = version + 1, name = :name, indicator = :indicator, goal = :goal,
                               first_day = :first, last_day = :last, note = :note
                        where id = :id and version = :version"""), id, told).param("version", version).update(), id);
    }

    /** Whole numbers that sum exactly to the goal: the first teams by number get one more. */
    void shareEvenly(UUID id) {
        jdbc.sql("""
                        update campaign_team x set quota = s.goal / s.teams + case when s.place <= s.goal % s.teams then 1 else 0 end
                        from (select y.team_id, c.goal, count(*) over () as teams,
                                     row_number() over (order by t.number nulls last, t.name, t.id) as place
                              from campaign_team y join campaign c on c.id = y.campaign_id join team t on t.id = y.team_id
                              where c.id = :id and c.goal is not null) s
                        where x.campaign_id = :id and x.team_id = s.team_id""").param("id", id).update();
    }

    void quotas(UUID id, Map<Long, Long> quotas) {
        jdbc.sql("""
                        update campaign_team x set quota = nullif(q.quota, -1)
                        from unnest(:teams, :quotas) as q (team_id, quota)
                        where x.campaign_id = :id and x.team_id = q.team_id""")
                .param("teams", quotas.keySet().toArray(Long[]::new))
                .param("quotas", quotas.values().toArray(Long[]::new))
                .param("id", id)
                .update();
    }

    void touch(UUID id, int version) {
        requireOne(
                jdbc.sql("update campaign set version = version + 1 where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update(),
                id);
    }

    void close(UUID id, int version, String summary, UUID account, Instant now) {
        requireOne(
                jdbc.sql("""
                        update campaign set version = version + 1, summary = :summary, closed_by = :account,
                               closed_at = coalesce(closed_at, :now)
                        where id = :id and version = :version""")
                        .param("summary", summary)
                        .param("account", account)
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .param("version", version)
                        .update(),
                id);
    }

    List<Long> teams(UUID id) {
        return jdbc.sql("select team_id from campaign_team where campaign_id = ?")
                .param(id)
                .query(Long.class)
                .list();
    }

    private static void requireOne(int changed, UUID id) {
        if (changed == 0) {
            throw new Stale("campaign", id);
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID id, CampaignCommand told) {
        return statement
                .param("id", id)
                .param("name", told.name().strip())
                .param("indicator", told.indicator(), Types.VARCHAR)
                .param("goal", told.goal(), Types.BIGINT)
                .param("first", told.firstDay())
                .param("last", told.lastDay())
                .param("note", told.note(), Types.VARCHAR);
    }

    static CampaignView view(ResultSet row, int n) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new CampaignView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getObject("unit_id", Long.class),
                row.getString("unit_name"),
                row.getString("level"),
                row.getObject("team_id", Long.class),
                row.getString("team_name"),
                row.getString("indicator"),
                row.getObject("goal", Long.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("note"),
                row.getString("summary"),
                closed == null ? null : closed.toInstant(),
                row.getInt("teams"),
                row.getLong("shared"));
    }
}
