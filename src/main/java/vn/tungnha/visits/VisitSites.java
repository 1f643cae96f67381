package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the place of a visit is called: by its own day, also where the village had ended and another carried it on. */
@Repository
@RequiredArgsConstructor
class VisitSites {

    /** From a village {@code :village} and a {@code :day}. */
    private static final String COMMUNE = """
            select x.full_name from unit_lineage l
            join unit_closure c on c.descendant_id = l.to_id and :day between c.valid_from and c.valid_to
            join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
            join unit_version x on x.unit_id = u.id and :day between x.valid_from and x.valid_to
            where l.from_id = :village and :day between l.valid_from and l.valid_to
            order by l.weight desc, l.to_id limit 1
            """;

    private final JdbcClient jdbc;

    /** Full name of the commune that received a visit. */
    @Nullable
    String communeOf(UUID visit) {
        return jdbc.sql("""
                        select v.visited_on, p.village_id from visit v
                        join household_placement p on p.household_id = v.household_id
                            and v.visited_on between p.valid_from and p.valid_to
                        where v.id = :visit
                        """)
                .param("visit", visit)
                .query((row, n) -> communeOf(row.getLong("village_id"), row.getObject("visited_on", LocalDate.class)))
                .optional()
                .orElse(null);
    }

    @Nullable
    String communeOf(long village, LocalDate day) {
        return jdbc.sql(COMMUNE)
                .param("village", village)
                .param("day", day)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
