package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** Villages are searched by name: their codes are digits, of which "tổ 2" would be found in nearly every one. */
    static final String AT_WORK = """
            from team t
            left join team_responsible r on r.team_id = t.id and :on between r.valid_from and r.valid_to
            left join lateral (
                select m.name as leader, m.sort_key as leader_key from team_member m
                where m.team_id = t.id and m.role = 'LEADER' and :on between m.joined_on and m.left_on limit 1) l on true
            left join lateral (
                select count(*) as members, count(m.trained_on) as trained from team_member m
                where m.team_id = t.id and :on between m.joined_on and m.left_on) n on true
            left join lateral (
                select array_agg(v.name order by a.home desc, v.name) as villages, string_agg(v.named, ' ') as village_search,
                       min(v.name) filter (where a.home) as home_name,
                       min(a.village_id) filter (where a.home) as home_id
                from team_area a
                join lateral (select name, left(search, length(search) - length(code)) as named
                    from unit_version where unit_id = a.village_id
                    order by :on between valid_from and valid_to desc, valid_from desc limit 1) v on true
                where a.team_id = t.id and :on between a.valid_from and a.valid_to) w on true
            where :on between t.established_on and t.ended_on
              and (cast(:kind as text) is null or t.kind = :kind)
              and (cast(:responsible as text) is null or r.name = :responsible)
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
    private final TeamRows rows;
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
                rows.of(ids, query.on(), lastLog(ids)),
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
                        "select distinct r.name " + AT_WORK + TeamPlaceFinder.IN_SCOPE
                                + " and r.name is not null order by 1 limit 100",
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
        return PageOf.of(rows.of(page, query.on(), lastLog), paging, wanted.size());
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
                    case RESPONSIBLE -> "r.name nulls last, ";
                }
                + "t.number nulls last, t.search, t.id";
    }

    private record Found(long id, long total) {}
}
