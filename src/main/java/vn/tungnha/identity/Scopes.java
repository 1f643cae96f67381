package vn.tungnha.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.Days;

/** Works out what an account may see today: the union of its assignments, on today's tree. */
@Service
@RequiredArgsConstructor
public class Scopes {

    private static final Set<Role> WARD = Set.of(Role.WARD_OFFICER, Role.WARD_LEADER);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Optional<TeamPlaces> teams;

    private record Place(
            Role role,
            @Nullable Long unitId,
            @Nullable Long teamId,
            @Nullable LocalDate ended) {}

    /** The union of all roles. */
    public Scope of(UUID account) {
        return Scope.union(byRole(account).values());
    }

    /** How far each role of an account reaches: a viewer of the province who is an officer of one ward edits that ward only. */
    public Map<Role, Scope> byRole(UUID account) {
        LocalDate today = Days.today(clock);
        Map<Role, Scope> reach = new EnumMap<>(Role.class);
        for (Place place : places(account, today)) {
            reach.merge(place.role(), scope(place, today), (one, other) -> Scope.union(List.of(one, other)));
        }
        return reach;
    }

    private Scope scope(Place place, LocalDate today) {
        Set<Long> roots = Set.copyOf(roots(place, today));
        boolean meetsPeople = place.teamId() != null || WARD.contains(place.role());
        return new Scope(
                place.role() == Role.ADMIN,
                roots,
                meetsPeople ? roots : Set.of(),
                place.unitId() != null && place.ended() != null ? Set.of(place.unitId()) : Set.of(),
                place.teamId() != null ? Set.of(place.teamId()) : Set.of());
    }

    private List<Place> places(UUID account, LocalDate today) {
        return jdbc.sql("""
            select s.role, s.unit_id, s.team_id,
                   case when u.valid_to < :today then u.valid_to end as ended
              from assignment s left join unit u on u.id = s.unit_id
             where s.account_id = :account and :today between s.valid_from and s.valid_to
            """)
                .param("account", account)
                .param("today", today)
                .query(Place.class)
                .list();
    }

    private Set<Long> roots(Place place, LocalDate today) {
        if (place.teamId() != null) {
            long team = place.teamId();
            return teams.map(known -> carried(known.villagesOf(team, today), today))
                    .orElse(Set.of());
        }
        if (place.unitId() == null) {
            return Set.of();
        }
        return place.ended() == null
                ? Set.of(place.unitId())
                : carried(villagesAtItsEnd(place.unitId(), place.ended()), today);
    }

    private Set<Long> villagesAtItsEnd(long unit, LocalDate lastDay) {
        return new HashSet<>(jdbc.sql("""
            select c.descendant_id
              from unit_closure c join unit u on u.id = c.descendant_id
             where c.ancestor_id = :unit and :day between c.valid_from and c.valid_to
               and u.level = 'VILLAGE'
            """)
                .param("unit", unit)
                .param("day", lastDay)
                .query(Long.class)
                .list());
    }

    /**
     * The villages that exist today in place of those given. A new village counts only if it was formed wholly out of
     * villages that count: what a merger brought in from elsewhere is never gained.
     */
    private Set<Long> carried(Collection<Long> villages, LocalDate today) {
        Set<Long> known = new HashSet<>(villages);
        while (!known.isEmpty() && known.addAll(formedFrom(known, today))) {
            continue;
        }
        return known.isEmpty() ? Set.of() : inForce(known, today);
    }

    private List<Long> formedFrom(Set<Long> villages, LocalDate today) {
        return jdbc.sql("""
            select distinct s.to_id
              from unit_succession s join unit u on u.id = s.to_id
             where s.from_id in (:villages) and s.to_id not in (:villages) and s.effective <= :today
               and u.level = 'VILLAGE' and u.valid_from >= s.effective
               and not exists (select from unit_succession o
                                where o.to_id = s.to_id and o.from_id not in (:villages))
            """)
                .param("villages", villages)
                .param("today", today)
                .query(Long.class)
                .list();
    }

    private Set<Long> inForce(Set<Long> units, LocalDate today) {
        return new HashSet<>(
                jdbc.sql("select id from unit where id in (:units) and :today between valid_from and valid_to")
                        .param("units", units)
                        .param("today", today)
                        .query(Long.class)
                        .list());
    }
}
