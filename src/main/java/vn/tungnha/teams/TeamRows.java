package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines of the list for teams already found. */
@Component
@RequiredArgsConstructor
class TeamRows {

    private final JdbcClient jdbc;
    private final TeamReads reads;

    /** In the order of the ids. */
    List<TeamRow> of(List<Long> ids, LocalDate on, Map<Long, LocalDate> lastLog) {
        Map<Long, List<TeamRow.Represented>> organisations = organisations(ids, on);
        Map<Long, TeamRow> rows = jdbc
                .sql("""
                        select t.*, r.name as responsible, l.leader, n.members, w.villages,
                               (select v.name from unit_closure c join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                                join unit_version v on v.unit_id = u.id and :on between v.valid_from and v.valid_to
                                where c.descendant_id = w.home_id and :on between c.valid_from and c.valid_to limit 1) as commune
                        """ + TeamSearch.AT_WORK + " t.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .param("on", on)
                .param("kind", null)
                .param("responsible", null)
                .param("unit", null)
                .param("patterns", new String[0])
                .query((row, n) -> new TeamRow(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("number", Integer.class),
                        row.getString("kind"),
                        row.getString("decision_number"),
                        row.getObject("established_on", LocalDate.class),
                        row.getString("commune"),
                        row.getArray("villages") == null
                                ? List.of()
                                : Arrays.asList(
                                        (String[]) row.getArray("villages").getArray()),
                        row.getString("leader"),
                        row.getInt("members"),
                        organisations.getOrDefault(row.getLong("id"), List.of()),
                        row.getString("responsible"),
                        new ChatGroup(
                                row.getString("group_kind"),
                                row.getString("group_url"),
                                row.getObject("group_households", Integer.class)),
                        Pace.on(reads.today(), lastLog.get(row.getLong("id")))))
                .list()
                .stream()
                .collect(Collectors.toMap(TeamRow::id, row -> row));
        return ids.stream().map(rows::get).toList();
    }

    private Map<Long, List<TeamRow.Represented>> organisations(List<Long> ids, LocalDate on) {
        return jdbc
                .sql("""
                        select m.team_id, o.code, count(*) as members from team_member m
                        join organisation o on o.code = m.organisation
                        where m.team_id = any(:ids) and :on between m.joined_on and m.left_on
                        group by m.team_id, o.code, o.position order by o.position""")
                .param("ids", ids.toArray(Long[]::new))
                .param("on", on)
                .query((row, n) -> Map.entry(
                        row.getLong("team_id"), new TeamRow.Represented(row.getString("code"), row.getInt("members"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
