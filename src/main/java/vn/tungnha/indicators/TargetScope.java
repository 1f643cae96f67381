package vn.tungnha.indicators;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TeamPlaces;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/**
 * Who may give a target to whom: those who stand above. Nobody sets the target of the very unit he works for, but a
 * province, which has nobody above it here.
 */
@Component
@RequiredArgsConstructor
class TargetScope {

    private static final Role[] GIVERS = {
        Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER
    };

    /**
     * What carries the unit today (all communes of an area or district) lies below a root, and the unit is none; or it is
     * a province.
     */
    private static final String ABOVE = """
        with heir as (
            select coalesce(m.id, l.to_id) as id
            from unit_lineage l
            join unit h on h.id = l.to_id
            left join unit_closure c on h.level in ('DISTRICT', 'AREA') and c.ancestor_id = h.id
                and :today between c.valid_from and c.valid_to
            left join unit m on m.id = c.descendant_id and m.level = 'COMMUNE'
            where l.from_id = :unit and :today between l.valid_from and l.valid_to
              and (m.id is not null or h.level not in ('DISTRICT', 'AREA')))
        select exists (select from heir)
            and not exists (select from heir where not exists (
                select from unit_closure c where c.descendant_id = heir.id and c.depth > 0
                  and c.ancestor_id = any(:roots) and :today between c.valid_from and c.valid_to))
            and not exists (select from unit_lineage l where l.from_id = :unit and l.to_id = any(:roots)
                  and :today between l.valid_from and l.valid_to
                  and not exists (select from unit_closure c where c.descendant_id = l.to_id and c.depth > 0
                      and c.ancestor_id = any(:roots) and :today between c.valid_from and c.valid_to))
            or exists (select from unit where id = :unit and level = 'PROVINCE' and id = any(:provinces))
        """;

    private final JdbcClient jdbc;
    private final ScopeGuard guard;
    private final Optional<TeamPlaces> teams;
    private final Clock clock;

    /** @throws vn.tungnha.shared.OutOfScope when the place is not even to be seen */
    void requireSight(long place, boolean team, CurrentUser user) {
        if (team) {
            guard.requireTeam(user.scope(), place, villages(place));
        } else {
            guard.require(user.scope(), Data.FIGURES, place);
        }
    }

    /** @throws RuleBroken when only somebody higher may set it */
    void requireGiving(long place, boolean team, CurrentUser user) {
        requireSight(place, team, user);
        if (!mayGive(place, team, user)) {
            throw RuleBroken.at("amount", "targets.error.own");
        }
    }

    /** Of a place that may be seen. */
    boolean mayGive(long place, boolean team, CurrentUser user) {
        CurrentUser giver = user.as(GIVERS);
        if (giver.roles().isEmpty()) {
            return false;
        }
        return giver.scope().everything()
                || (team
                        ? guard.coversTeam(giver.scope(), place, villages(place))
                        : jdbc.sql(ABOVE)
                                .param("unit", place)
                                .param("roots", roots(giver))
                                .param("provinces", roots(giver.as(Role.PROVINCE_OFFICER)))
                                .param("today", Days.today(clock))
                                .query(Boolean.class)
                                .single());
    }

    private Set<Long> villages(long team) {
        return teams.map(it -> it.lastVillagesOf(team, Days.today(clock))).orElse(Set.of());
    }

    private static Long[] roots(CurrentUser user) {
        return user.scope().roots(Data.FIGURES).toArray(Long[]::new);
    }
}
