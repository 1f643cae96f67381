package vn.tungnha.door;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Finds the teams that serve an address, a village or a ward, by words as people type them. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class TeamFinder {

    public static final int LONGEST = 120;
    private static final int MOST_VILLAGES = 40;
    private static final int MOST_WARDS = 6;
    private static final int MOST_TEAMS = 20;

    private final Units units;
    private final PublicTeams teams;
    private final Alleys alleys;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * What was found.
     *
     * @param wards whose name fits, to look further in
     * @param alley the street or alley it was found by; null where it was a name of a village
     * @param more whether there are more teams than are shown
     */
    public record Found(
            List<PublicTeam> teams,
            List<UnitView> wards,
            @Nullable String alley,
            boolean more) {}

    /** @param ward null = anywhere */
    public Found find(String typed, @Nullable Long ward) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        LocalDate today = Days.today(clock);
        Set<Long> villages = new LinkedHashSet<>(named(text, ward, today));
        String alley = null;
        if (villages.isEmpty()) {
            Map<Long, String> byAlley = alongAlleys(text, ward, today);
            villages.addAll(byAlley.keySet());
            alley = byAlley.values().stream().findFirst().orElse(null);
        }
        List<PublicTeam> all = new ArrayList<>(teams.inVillages(villages));
        List<Long> order = new ArrayList<>(villages);
        all.sort((one, other) -> Integer.compare(first(one, order), first(other, order)));
        List<UnitView> wards = ward == null ? wards(text, today) : List.of();
        return new Found(
                all.size() > MOST_TEAMS ? all.subList(0, MOST_TEAMS) : all, wards, alley, all.size() > MOST_TEAMS);
    }

    private static int first(PublicTeam team, List<Long> order) {
        return team.villages().stream()
                .mapToInt(village -> order.indexOf(village.id()))
                .filter(at -> at >= 0)
                .min()
                .orElse(order.size());
    }

    /** Wards whose name this is, also with "phường" or "xã" before it. */
    private List<UnitView> wards(String text, LocalDate today) {
        if (SortKeys.fold(text).length() < 2) {
            return List.of();
        }
        return units.search(UnitQuery.on(today).level(UnitLevel.COMMUNE).q(text), new Paging(0, MOST_WARDS))
                .items();
    }

    /** Villages by their own name or that of a team at work there. */
    private List<Long> named(String text, @Nullable Long ward, LocalDate today) {
        List<String> patterns = SortKeys.patterns(text);
        if (patterns.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select a.village_id from team_area a
                        join team t on t.id = a.team_id and t.status = 'ACTIVE'
                        join unit_version v on v.unit_id = a.village_id and :today between v.valid_from and v.valid_to
                        where :today between a.valid_from and a.valid_to
                          and (unit_fold(v.name) like all(:patterns) or unit_fold(t.name) like all(:patterns))
                          and (cast(:ward as bigint) is null or exists (
                              select from unit_closure c where c.descendant_id = a.village_id and c.ancestor_id = :ward
                                and :today between c.valid_from and c.valid_to))
                        order by length(v.name), v.sort, a.village_id limit :most""")
                .param("patterns", patterns.toArray(String[]::new))
                .param("ward", ward)
                .param("today", today)
                .param("most", MOST_VILLAGES)
                .query(Long.class)
                .list();
    }

    private Map<Long, String> alongAlleys(String text, @Nullable Long ward, LocalDate today) {
        for (List<String> patterns : TypedAddress.of(text).attempts()) {
            Map<Long, String> found = new LinkedHashMap<>();
            for (Alleys.Found one : alleys.matching(patterns)) {
                found.putIfAbsent(one.village(), one.alley());
            }
            if (ward != null) {
                found.keySet().retainAll(inside(found.keySet(), ward, today));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Map.of();
    }

    private Set<Long> inside(Collection<Long> villages, long ward, LocalDate today) {
        return jdbc.sql("""
                        select descendant_id from unit_closure where ancestor_id = :ward and descendant_id = any(:villages)
                          and :today between valid_from and valid_to""")
                .param("ward", ward)
                .param("villages", villages.toArray(Long[]::new))
                .param("today", today)
                .query(Long.class)
                .set();
    }
}
