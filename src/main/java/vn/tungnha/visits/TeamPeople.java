package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who of a team may have gone along. */
@Service
@RequiredArgsConstructor
public class TeamPeople {

    private final JdbcClient jdbc;

    /** Members on a day; nobody for a team that is not one of ours to name. */
    public List<Member> of(String team, LocalDate day) {
        return jdbc.sql("""
                        select id, name from team_member
                        where team_id::text = :team and :day between joined_on and left_on order by sort_key, id
                        """).param("team", team).param("day", day).query(Member.class).list();
    }

    /** A member of a team. */
    public record Member(UUID id, String name) {}
}
