package vn.tungnha.teams;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** Teams, their areas and members, as they stood on a day. */
@Component
@RequiredArgsConstructor
class TeamReads {

    private static final String AREA_DAY = "greatest(least(cast(:on as date), t.ended_on), t.established_on)";

    private final JdbcClient jdbc;
    private final Clock clock;

    List<TeamView> teams(Collection<Long> ids, LocalDate on) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Area>> areas = areas(ids, on);
        return jdbc.sql("""
                        select t.*, r.name as responsible, r.contact as responsible_contact from team t
                        left join team_responsible r on r.team_id = t.id and %s between r.valid_from and r.valid_to
                        where t.id = any(:ids) order by t.number nulls last, t.name, t.id""".formatted(AREA_DAY))
                .param("ids", ids.toArray(Long[]::new))
                .param("on", on)
                .query((row, n) -> team(row, on, areas.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Teams at work on a day in any of these villages. */
    List<Long> idsIn(Collection<Long> villages, LocalDate on) {
        return jdbc.sql("""
                        select distinct t.id from team t
                        join team_area a on a.team_id = t.id and :on between a.valid_from and a.valid_to
                        where a.village_id = any(:villages) and :on between t.established_on and t.ended_on""")
                .param("villages", villages.toArray(Long[]::new))
                .param("on", on)
                .query(Long.class)
                .list();
    }

    List<MemberView> members(long teamId, LocalDate on) {
        return membersOf(List.of(teamId), on);
    }

    List<MemberView> membersOf(Collection<Long> ids, LocalDate on) {
        return jdbc.sql("""
                        select * from team_member where team_id = any(:ids) and :on between joined_on and left_on
                        order by case role when 'LEADER' then 0 when 'DEPUTY' then 1 else 2 end, sort_key, id""")
                .param("ids", ids.toArray(Long[]::new))
                .param("on", on)
                .query(TeamReads::member)
                .list();
    }

    /** Every line there ever was, the latest first. */
    List<MemberView> memberHistory(long teamId) {
        return jdbc.sql("select * from team_member where team_id = :team order by joined_on desc, sort_key, id")
                .param("team", teamId)
                .query(TeamReads::member)
                .list();
    }

    @Nullable
    MemberView memberOrNull(UUID id) {
        return jdbc.sql("select * from team_member where id = :id")
                .param("id", id)
                .query(TeamReads::member)
                .optional()
                .orElse(null);
    }

    private Map<Long, List<Area>> areas(Collection<Long> ids, LocalDate on) {
        return jdbc
                .sql("""
                        select a.team_id, a.village_id, v.code, v.name, a.home, a.valid_from, a.valid_to, c.commune_id
                        from team t
                        join team_area a on a.team_id = t.id and %s between a.valid_from and a.valid_to
                        left join lateral (
                            select code, name from unit_version where unit_id = a.village_id
                            order by :on between valid_from and valid_to desc, valid_from desc limit 1) v on true
                        left join lateral (
                            select x.ancestor_id as commune_id from unit_lineage l
                            join unit_closure x on x.descendant_id = l.to_id and :on between x.valid_from and x.valid_to
                            join unit u on u.id = x.ancestor_id and u.level = 'COMMUNE'
                            where l.from_id = a.village_id and :on between l.valid_from and l.valid_to limit 1) c on true
                        where t.id = any(:ids)
                        order by a.home desc, v.name""".formatted(AREA_DAY))
                .param("ids", ids.toArray(Long[]::new))
                .param("on", on)
                .query((row, n) -> new Area(
                        row.getLong("team_id"),
                        row.getObject("commune_id", Long.class),
                        new TeamVillage(
                                row.getLong("village_id"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getBoolean("home"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Area::teamId));
    }

    LocalDate today() {
        return Days.today(clock);
    }

    /** Whoever has yet to end is at work until then. */
    private static TeamView team(ResultSet row, LocalDate on, List<Area> areas) throws SQLException {
        LocalDate endedOn = row.getObject("ended_on", LocalDate.class);
        return new TeamView(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getObject("number", Integer.class),
                row.getString("kind"),
                new Decision(
                        row.getString("decision_number"),
                        row.getObject("decision_date", LocalDate.class),
                        row.getString("decision_signer")),
                row.getString("responsible"),
                row.getString("responsible_contact"),
                new ChatGroup(
                        row.getString("group_kind"),
                        row.getString("group_url"),
                        row.getObject("group_households", Integer.class)),
                endedOn.isBefore(on) ? TeamStatus.valueOf(row.getString("status")) : TeamStatus.ACTIVE,
                row.getObject("established_on", LocalDate.class),
                endedOn,
                row.getString("end_reason"),
                row.getObject("merged_into_id", Long.class),
                areas.isEmpty() ? null : areas.get(0).communeId(),
                areas.stream().map(Area::village).toList());
    }

    private static MemberView member(ResultSet row, int n) throws SQLException {
        return new MemberView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getLong("team_id"),
                row.getString("name"),
                TeamRole.valueOf(row.getString("role")),
                row.getString("organisation"),
                row.getString("phone"),
                row.getObject("trained_on", LocalDate.class),
                row.getObject("account_id", UUID.class),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class),
                row.getString("leave_reason"));
    }

    private record Area(long teamId, @Nullable Long communeId, TeamVillage village) {}
}
