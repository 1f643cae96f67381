package vn.tungnha.indicators.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.VietnameseText;

/** Names of teams beside their figures, read from the log that the figures stand on. */
@Component
@RequiredArgsConstructor
class TeamNames {

    private static final String UNDER = """
            select distinct t.id, t.name from team t
            join team_area a on a.team_id = t.id and :day between a.valid_from and a.valid_to
            join unit_closure c on c.descendant_id = a.village_id and c.ancestor_id = :unit
                and :day between c.valid_from and c.valid_to
            where :day between t.established_on and t.ended_on
            """;

    private final JdbcClient jdbc;

    String of(long id) {
        return jdbc.sql("select name from team where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Teams that work under a unit on a day, as people count them: 2 before 10. */
    List<Team> under(long unit, LocalDate day) {
        return jdbc.sql(UNDER).param("unit", unit).param("day", day).query(Team.class).list().stream()
                .sorted(Comparator.comparing(Team::name, VietnameseText.NATURAL_ORDER))
                .toList();
    }

    record Team(long id, String name) {}
}
