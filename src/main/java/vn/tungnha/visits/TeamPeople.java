package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;

/** Who of a team may have gone along. */
@Service
@RequiredArgsConstructor
public class TeamPeople {

    private final JdbcClient jdbc;
    private final VisitAccess access;

    /** Members on a day, for those who work in the team. */
    public List<Member> of(String team, LocalDate day, CurrentUser user) {
        if (user.scope().teams().stream().noneMatch(one -> String.valueOf(one).equals(team))) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, name from team_member
                        where team_id::text = :team and :day between joined_on and left_on order by sort_key, id
                        """)
                .param("team", team)
                .param("day", day)
                .query(Member.class)
                .list();
    }

    /** The names of those members, by id. */
    public Map<UUID, String> names(long team, LocalDate day, CurrentUser user) {
        return of(String.valueOf(team), day, user).stream()
                .collect(Collectors.toMap(Member::id, Member::name, (one, same) -> one, LinkedHashMap::new));
    }

    /** The same for whoever may speak for the team. */
    public List<Member> on(long team, LocalDate day, CurrentUser user) {
        access.requireTeam(team, day, user);
        return jdbc.sql("""
                        select id, name from team_member
                        where team_id = :team and :day between joined_on and left_on order by sort_key, id
                        """)
                .param("team", team)
                .param("day", day)
                .query(Member.class)
                .list();
    }

    /** A member of a team. */
    public record Member(UUID id, String name) {}
}
