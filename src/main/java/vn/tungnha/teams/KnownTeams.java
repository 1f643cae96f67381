package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.RowCheck;

/** Teams and members that the register, or an earlier row of the file, already has. */
@RequiredArgsConstructor
class KnownTeams {

    private static final int PAGE = 1000;

    private final Teams teams;
    private final CurrentUser user;
    private final LocalDate today;

    private final Map<Long, Map<String, Long>> byCommune = new HashMap<>();
    private final Map<Long, List<MemberView>> members = new HashMap<>();
    private final Map<String, Integer> firstRows = new HashMap<>();
    private final Set<String> led = new HashSet<>();

    @Nullable
    Long find(long commune, String name) {
        return byCommune.computeIfAbsent(commune, this::read).get(SortKeys.fold(name));
    }

    /** Notes when the member is there already, in the register or further up, or would be a second leader. */
    void check(RowCheck row, String teamKey, @Nullable Long team, MemberCommand member) {
        if (team != null && there(team, member)) {
            row.present("member", "imports.row.present");
            return;
        }
        Integer first = firstRows.putIfAbsent(
                teamKey + "|" + SortKeys.fold(member.name()) + "|" + member.phone(), row.getNumber());
        if (first != null) {
            row.present("member", "imports.row.repeated", String.valueOf(first));
        } else if (member.role() == TeamRole.LEADER && (!led.add(teamKey) || team != null && hasLeader(team))) {
            row.error("role", "imports.teams.second-leader");
        }
    }

    private boolean there(long team, MemberCommand member) {
        String name = SortKeys.fold(member.name());
        return members(team).stream()
                .filter(known -> SortKeys.fold(known.name()).equals(name))
                .anyMatch(known -> known.phone() == null
                        || member.phone() == null
                        || known.phone().equals(member.phone()));
    }

    private boolean hasLeader(long team) {
        return members(team).stream().anyMatch(known -> known.role() == TeamRole.LEADER);
    }

    private List<MemberView> members(long team) {
        return members.computeIfAbsent(team, id -> teams.members(id, today));
    }

    private Map<String, Long> read(long commune) {
        Map<String, Long> ids = new HashMap<>();
        TeamQuery query = TeamQuery.all(today).under(commune);
        int page = 0;
        int pages;
        do {
            var found = teams.list(query, user, new Paging(page, PAGE));
            found.items().forEach(team -> ids.put(SortKeys.fold(team.name()), team.id()));
            pages = found.pages();
        } while (++page < pages);
        return ids;
    }
}
