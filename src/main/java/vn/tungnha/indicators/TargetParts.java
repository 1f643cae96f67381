package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.units.Units;

/** Who stands below a unit when targets are handed down. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class TargetParts {

    private static final String TEAMS = """
            select t.id, true as team, t.id::text as code, t.name, t.established_on as born_on, t.ended_on
            from team t
            where t.id in (
                select a.team_id from team_area a
                join unit_closure c on c.descendant_id = a.village_id and c.ancestor_id = :unit
                    and :day between c.valid_from and c.valid_to
                where :day between a.valid_from and a.valid_to)
              and :day between t.established_on and t.ended_on
            """;

    private final Units units;
    private final JdbcClient jdbc;

    /** The parts of a unit on a day, as people count them: 2 before 10. */
    public List<TargetPlace> units(long unit, LocalDate day) {
        return units.children(unit, day).stream().map(TargetPlace::of).toList();
    }

    public List<TargetPlace> teams(long unit, LocalDate day) {
        return jdbc.sql(TEAMS).param("unit", unit).param("day", day).query(TargetPlace.class).list().stream()
                .sorted(Comparator.comparing(TargetPlace::name, VietnameseText.NATURAL_ORDER))
                .toList();
    }

    public TargetPlace team(long id) {
        return jdbc.sql(
                        "select id, true as team, id::text as code, name, established_on as born_on, ended_on from team "
                                + "where id = :id")
                .param("id", id)
                .query(TargetPlace.class)
                .optional()
                .orElseThrow(() -> new vn.tungnha.shared.NotFound("team", id));
    }
}
