package vn.tungnha.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.Days;

/** What the place of a visit is called: by its own day, also where the village had ended and another carried it on. */
@Repository
@RequiredArgsConstructor
class VisitSites {

    /** Of the unit of a level over a village on a day. */
    private static final String NAME = """
            (select x.full_name from unit_lineage l
             join unit_closure c on c.descendant_id = l.to_id and %2$s between c.valid_from and c.valid_to
             join unit u on u.id = c.ancestor_id and u.level = '%3$s'
             join unit_version x on x.unit_id = u.id and %2$s between x.valid_from and x.valid_to
             where l.from_id = %1$s and %2$s between l.valid_from and l.valid_to
             order by l.weight desc, l.to_id limit 1)
            """;

    static final String COMMUNE_THAT_DAY = NAME.formatted("p.village_id", "v.visited_on", "COMMUNE");

    private final JdbcClient jdbc;
    private final Clock clock;

    Site of(UUID visit) {
        return jdbc.sql("select v.attention, " + COMMUNE_THAT_DAY + " as commune, (select "
                        + NAME.formatted("n.village_id", "cast(:today as date)", "VILLAGE") + """
                         from household_placement n where n.household_id = v.household_id
                         and :today between n.valid_from and n.valid_to and n.village_id <> p.village_id) as moved_to
                        from visit v
                        left join household_placement p on p.household_id = v.household_id
                            and v.visited_on between p.valid_from and p.valid_to
                        where v.id = :visit
                        """)
                .param("visit", visit)
                .param("today", Days.today(clock))
                .query((row, n) -> new Site(
                        row.getString("commune"), attention(row.getString("attention")), row.getString("moved_to")))
                .single();
    }

    /** Who else noted the household that day, the first to tell it. */
    Optional<VisitView.Other> other(UUID visit) {
        return jdbc.sql("""
                        select o.id, o.visited_at, a.display_name from visit v
                        join visit o on o.household_id = v.household_id and o.visited_on = v.visited_on and o.id <> v.id
                            and o.status <> 'WITHDRAWN' and o.place = 'HOME' and o.recorded_by is distinct from v.recorded_by
                        left join account a on a.id = o.recorded_by
                        where v.id = :visit order by o.received_at limit 1
                        """)
                .param("visit", visit)
                .query((row, n) -> new VisitView.Other(
                        row.getObject("id", UUID.class),
                        row.getString("display_name"),
                        row.getTimestamp("visited_at").toInstant()))
                .optional();
    }

    @Nullable
    String communeOf(Held held) {
        VisitCommand told = held.told();
        Long village = held.village();
        if (village == null || (told == null && !held.atDesk())) {
            return null;
        }
        return communeOf(village, told == null ? Days.today(clock) : day(told));
    }

    @Nullable
    String communeOf(long village, LocalDate day) {
        return jdbc.sql("select " + NAME.formatted("cast(:village as bigint)", "cast(:day as date)", "COMMUNE"))
                .param("village", village)
                .param("day", day)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    static Set<Attention> attention(@Nullable String codes) {
        Set<Attention> attention = EnumSet.noneOf(Attention.class);
        if (codes != null) {
            for (String code : codes.split(" ")) {
                attention.add(Attention.valueOf(code));
            }
        }
        return attention;
    }

    private LocalDate day(VisitCommand told) {
        LocalDate day = Days.of(told.visitedAt());
        LocalDate today = Days.today(clock);
        return day.isAfter(today) ? today : day;
    }

    /** @param movedTo where the household is by now, if elsewhere than on the visit's day */
    record Site(
            @Nullable String commune,
            Set<Attention> attention,
            @Nullable String movedTo) {}
}
