package vn.tungnha.teams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.References;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.Staying;
import vn.tungnha.shared.table.TakesBack;

/** Takes back teams and members that came with a file. A team goes with all its members or not at all. */
@Component
@RequiredArgsConstructor
class TeamImportUndo implements TakesBack<CurrentUser> {

    private static final String TEAM = "team";
    private static final String MEMBER = "member";

    /** What a team is like: changes of its area alone leave its version as it is. */
    private static final String TEAM_STATE = """
            select t.id::text as ref, t.name, t.version || ' ' || coalesce((select string_agg(
                       concat_ws('/', a.village_id, a.home, a.valid_from, a.valid_to), ' ' order by a.village_id, a.valid_from)
                       from team_area a where a.team_id = t.id), '') as state
            from team t where t.id = any(cast(:ids as bigint[]))
            """;

    private static final String MEMBER_STATE =
            "select id::text as ref, name, version::text as state from team_member where id = any(cast(:ids as uuid[]))";

    private final References references;
    private final TeamWrites writes;
    private final JdbcClient jdbc;

    /** What a file added, as it is now. */
    List<Made> made(Collection<Long> teams, Map<UUID, Long> members) {
        List<Made> made = new ArrayList<>();
        states(TEAM_STATE, teams.stream().map(String::valueOf).toList())
                .forEach((ref, now) -> made.add(new Made(TEAM, ref, ref, now.state())));
        states(MEMBER_STATE, members.keySet().stream().map(UUID::toString).toList())
                .forEach((ref, now) -> made.add(
                        new Made(MEMBER, ref, String.valueOf(members.get(UUID.fromString(ref))), now.state())));
        return made;
    }

    @Override
    public List<Staying> staying(List<Made> made, CurrentUser user) {
        Map<String, Now> now = new HashMap<>(states(TEAM_STATE, refs(made, TEAM)));
        now.putAll(states(MEMBER_STATE, refs(made, MEMBER)));
        Map<String, Staying> staying = new HashMap<>();
        used(
                "team",
                refs(made, TEAM),
                Set.of("team_area.team_id", "team_member.team_id", "team_responsible.team_id"),
                now,
                staying);
        used("team_member", refs(made, MEMBER), Set.of(), now, staying);
        for (Made one : made) {
            Now present = now.get(one.ref());
            if (present != null && !present.state().equals(one.state())) {
                staying.putIfAbsent(one.ref(), Staying.changed(one.ref(), present.name()));
            }
        }
        withOthers(made).forEach(id -> staying.putIfAbsent(id, Staying.used(id, name(now, id), "team_member")));
        return wholeTeams(made, now, staying);
    }

    private void used(
            String table, List<String> refs, Set<String> own, Map<String, Now> now, Map<String, Staying> staying) {
        references.to(table, refs, own).forEach((id, by) -> staying.put(id, Staying.used(id, name(now, id), by)));
    }

    /** Teams whose members did not all come with the file. */
    private List<String> withOthers(List<Made> made) {
        return jdbc.sql("""
                        select distinct team_id::text from team_member
                        where team_id = any(cast(:teams as bigint[])) and id <> all(cast(:members as uuid[]))""")
                .param("teams", refs(made, TEAM).toArray(String[]::new))
                .param("members", refs(made, MEMBER).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static List<Staying> wholeTeams(List<Made> made, Map<String, Now> now, Map<String, Staying> staying) {
        Map<String, Staying> reasons = new HashMap<>();
        made.stream()
                .filter(one -> staying.containsKey(one.ref()))
                .forEach(one -> reasons.putIfAbsent(one.group(), staying.get(one.ref())));
        Set<String> founded = new HashSet<>(refs(made, TEAM));
        List<Staying> all = new ArrayList<>();
        for (Made one : made) {
            Staying reason = founded.contains(one.group()) ? reasons.get(one.group()) : staying.get(one.ref());
            if (reason != null) {
                all.add(new Staying(one.ref(), name(now, one.ref()), reason.key(), reason.arguments()));
            }
        }
        return all;
    }

    @Override
    public void takeBack(List<Made> made, String reason, CurrentUser user) {
        Map<Long, Set<UUID>> members = new HashMap<>();
        made.forEach(one -> {
            Set<UUID> some = members.computeIfAbsent(Long.valueOf(one.group()), team -> new HashSet<>());
            if (one.subject().equals(MEMBER)) {
                some.add(UUID.fromString(one.ref()));
            }
        });
        Set<Long> teams = refs(made, TEAM).stream().map(Long::valueOf).collect(Collectors.toSet());
        members.forEach((team, some) -> writes.takeBack(team, teams.contains(team), some, reason));
    }

    private Map<String, Now> states(String sql, List<String> ids) {
        return jdbc.sql(sql).param("ids", ids.toArray(String[]::new)).query(Now.class).list().stream()
                .collect(Collectors.toMap(Now::ref, now -> now));
    }

    private static String name(Map<String, Now> now, String ref) {
        Now present = now.get(ref);
        return present == null ? "" : present.name();
    }

    private static List<String> refs(List<Made> made, String subject) {
        return made.stream()
                .filter(one -> one.subject().equals(subject))
                .map(Made::ref)
                .toList();
    }

    private record Now(String ref, String name, String state) {}
}
