package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.SortKeys;

/** The list of teams: found, filtered, sorted and counted by a constant number of statements. */
@Component
@RequiredArgsConstructor
class TeamSearch {

    private static final String AT_WORK = """
            from team t
            left join lateral (
                select m.name as leader, m.sort_key as leader_key from team_member m
                where m.team_id = t.id and m.role = 'LEADER' and :on between m.joined_on and m.left_on limit 1) l on true
            left join lateral (
                select count(*) as members, count(m.trained_on) as trained from team_member m
                where m.team_id = t.id and :on between m.joined_on and m.left_on) n on true
            left join lateral (
                select array_agg(v.name order by a.home desc, v.name) as villages, string_agg(v.search, ' ') as village_search,
                       min(v.name) filter (where a.home) as home_name,
                       min(a.village_id) filter (where a.home) as home_id
                from team_area a
                join lateral (select name, search from unit_version where unit_id = a.village_id
                    order by :on between valid_from and valid_to desc, valid_from desc limit 1) v on true
                where a.team_id = t.id and :on between a.valid_from and a.valid_to) w on true
            where :on between t.established_on and t.ended_on
              and (cast(:kind as text) is null or t.kind = :kind)
              and (cast(:responsible as text) is null or t.responsible = :responsible)
              and (cast(:unit as bigint) is null or exists (
                select from team_area a
                join unit_closure c on c.descendant_id = a.village_id and :on between c.valid_from and c.valid_to
                where a.team_id = t.id and c.ancestor_id = :unit and :on between a.valid_from and a.valid_to))
              and (t.search like all(:patterns) or w.village_search like all(:patterns) or exists (
                select from team_member m where m.team_id = t.id and :on between m.joined_on and m.left_on
                and m.sort_key like all(:patterns)))
              and\s""";

    private final JdbcClient jdbc;
    private final TeamPlaceFinder places;
    private final TeamReads reads;
    private final ObjectProvider<TeamActivity> visits;

    PageOf<TeamRow> list(TeamQuery query, CurrentUser user, Paging paging) {
        if (query.activity() != null || query.sort() == TeamQuery.Sort.LAST_LOG) {
            return listByActivity(query, user, paging);
        }
        String sql = "select t.id, count(*) over () as total " + AT_WORK + TeamPlaceFinder.IN_SCOPE
                + order(query.sort()) + " limit :size offset :offset";
        List<Found> found = bind(sql, query, user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Found(row.getLong("id"), row.getLong("total")))
                .list();
        if (found.isEmpty() && paging.page() > 0) {
            return PageOf.of(List.of(), paging, ids(query, user).size());
        }
        List<Long> ids = found.stream().map(Found::id).toList();
        return PageOf.of(
                rows(ids, query.on(), lastLog(ids)),
                paging,
                found.isEmpty() ? 0 : found.get(0).total());
    }

    TeamStats stats(TeamQuery query, CurrentUser user) {
        List<Long> ids = ids(query, user);
        LocalDate week = query.on().minusDays(6);
        long logged = lastLog(ids).values().stream()
                .filter(day -> !day.isBefore(week))
                .count();
        String sql = "select count(*) as teams, coalesce(sum(n.members), 0) as members, "
                + "coalesce(sum(n.trained), 0) as trained, count(t.group_url) as grouped "
                + AT_WORK + TeamPlaceFinder.IN_SCOPE;
        return bind(sql, query, user)
                .query((row, n) -> new TeamStats(
                        row.getInt("teams"),
                        (int) logged,
                        row.getInt("members"),
                        row.getInt("trained"),
                        row.getInt("grouped")))
                .single();
    }

    /** Every responsible organisation in the reader's view, for the filter. */
    List<String> responsibles(TeamQuery query, CurrentUser user) {
        TeamQuery unfiltered = new TeamQuery(query.unitId(), null, null, null, null, query.on(), TeamQuery.Sort.NAME);
        return bind(
                        "select distinct t.responsible " + AT_WORK + TeamPlaceFinder.IN_SCOPE
                                + " and t.responsible is not null order by 1 limit 100",
                        unfiltered,
                        user)
                .query(String.class)
                .list();
    }

    private PageOf<TeamRow> listByActivity(TeamQuery query, CurrentUser user, Paging paging) {
        List<Long> ids = ids(query, user);
        Map<Long, LocalDate> lastLog = lastLog(ids);
        List<Long> wanted = ids.stream()
                .filter(id -> query.activity() == null
                        || Pace.on(query.on(), lastLog.get(id)).pace() == query.activity())
                .sorted(byLastLog(query.sort(), lastLog))
                .toList();
        List<Long> page =
                wanted.stream().skip(paging.offset()).limit(paging.size()).toList();
        return PageOf.of(rows(page, query.on(), lastLog), paging, wanted.size());
    }

    private static Comparator<Long> byLastLog(TeamQuery.Sort sort, Map<Long, LocalDate> lastLog) {
        return sort == TeamQuery.Sort.LAST_LOG
                ? Comparator.comparing(lastLog::get, Comparator.nullsFirst(Comparator.naturalOrder()))
                : (one, other) -> 0;
    }

    private List<Long> ids(TeamQuery query, CurrentUser user) {
        return bind("select t.id " + AT_WORK + TeamPlaceFinder.IN_SCOPE + order(query.sort()), query, user)
                .query(Long.class)
                .list();
    }

    private Map<Long, LocalDate> lastLog(Collection<Long> ids) {
        TeamActivity activity = visits.getIfAvailable();
        return activity == null || ids.isEmpty() ? Map.of() : activity.lastLog(ids);
    }

    private List<TeamRow> rows(List<Long> ids, LocalDate on, Map<Long, LocalDate> lastLog) {
        Map<Long, List<TeamRow.Represented>> organisations = organisations(ids, on);
        Map<Long, TeamRow> rows = jdbc
                .sql("""
                        select t.*, l.leader, n.members, w.villages,
                               (select v.name from unit_closure c join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                                join unit_version v on v.unit_id = u.id and :on between v.valid_from and v.valid_to
                                where c.descendant_id = w.home_id and :on between c.valid_from and c.valid_to limit 1) as commune
                        """ + AT_WORK + " t.id = any(:ids)")
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

    private JdbcClient.StatementSpec bind(String sql, TeamQuery query, CurrentUser user) {
        return places.bind(jdbc.sql(sql), user)
                .param("on", query.on())
                .param("kind", query.kind())
                .param("responsible", query.responsible())
                .param("unit", query.unitId())
                .param("patterns", patterns(query.q()));
    }

    private static String[] patterns(@Nullable String q) {
        return q == null ? new String[0] : SortKeys.patterns(q).toArray(String[]::new);
    }

    private static String order(TeamQuery.Sort sort) {
        return " order by "
                + switch (sort) {
                    case NAME, LAST_LOG -> "";
                    case VILLAGE -> "w.home_name collate \"C\" nulls last, ";
                    case LEADER -> "l.leader_key nulls last, ";
                    case MEMBERS -> "n.members desc, ";
                    case RESPONSIBLE -> "t.responsible nulls last, ";
                }
                + "t.number nulls last, t.search, t.id";
    }

    private record Found(long id, long total) {}
}
