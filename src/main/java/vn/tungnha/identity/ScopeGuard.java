package vn.tungnha.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;

/** The one answer to "may this person see that place". */
@Service
@RequiredArgsConstructor
public class ScopeGuard {

    /**
     * A unit is covered when it lies under a root today; when it has ended and everything that carries it today, or every
     * village it had on its last day, lies under a root; when it is a district or an area all of whose communes do; and,
     * for figures, when it is an ended unit of the account's own or lay in one on its last day.
     */
    private static final String COVERS = """
            with inside as (
                select c.descendant_id as id from unit_closure c
                 where c.ancestor_id = any(:roots) and :today between c.valid_from and c.valid_to
            ), target as (
                select id, level, valid_to, valid_to < :today as ended from unit where id = :unit
            )
            select exists (select from target join inside using (id))
                or exists (select from target t
                            where t.ended and :figures
                              and exists (select from unit_closure c
                                           where c.descendant_id = t.id and c.ancestor_id = any(:ended)
                                             and t.valid_to between c.valid_from and c.valid_to))
                or exists (select from target t
                            where t.ended
                              and exists (select from unit_lineage l
                                           where l.from_id = t.id and :today between l.valid_from and l.valid_to)
                              and not exists (select from unit_lineage l
                                               where l.from_id = t.id and :today between l.valid_from and l.valid_to
                                                 and l.to_id not in (select id from inside)))
                or exists (select from target t join unit_closure c on c.ancestor_id = t.id
                             join unit v on v.id = c.descendant_id and v.level = 'VILLAGE'
                             join unit_lineage l on l.from_id = v.id and :today between l.valid_from and l.valid_to
                            where t.ended and t.valid_to between c.valid_from and c.valid_to
                           having count(*) > 0
                              and count(*) filter (where l.to_id not in (select id from inside)) = 0)
                or exists (select from target t join unit_closure c on c.ancestor_id = t.id
                             join unit m on m.id = c.descendant_id and m.level = 'COMMUNE'
                            where t.level in ('DISTRICT', 'AREA') and :today between c.valid_from and c.valid_to
                           having count(*) > 0
                              and count(*) filter (where m.id not in (select id from inside)) = 0)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Optional<TeamPlaces> teams;

    public boolean covers(Scope scope, Data data, long unitId) {
        return scope.everything() || covers(scope, data, scope.roots(data), unitId);
    }

    /** @throws OutOfScope when it does not */
    public void require(Scope scope, Data data, long unitId) {
        if (!covers(scope, data, unitId)) {
            throw new OutOfScope("unit", unitId);
        }
    }

    /**
     * Whether a team is within reach: one's own, or one of a village in one's scope; those who have nothing but their
     * teams see no other team of the same village.
     */
    public boolean coversTeam(Scope scope, long teamId, Set<Long> villages) {
        return scope.everything()
                || scope.teams().contains(teamId)
                || coversAny(scope, Data.FIGURES, beyondOwnTeams(scope), villages);
    }

    /** @throws OutOfScope when it is not within reach */
    public void requireTeam(Scope scope, long teamId, Set<Long> villages) {
        if (!coversTeam(scope, teamId, villages)) {
            throw new OutOfScope("team", teamId);
        }
    }

    /** Whether a thing that lies in these units, and belongs to these teams if any, is within reach. */
    public boolean admits(Scope scope, Data data, Set<Long> units, Set<Long> ofTeams) {
        if (scope.everything() || ofTeams.stream().anyMatch(scope.teams()::contains)) {
            return true;
        }
        Set<Long> roots = ofTeams.isEmpty() ? scope.roots(data) : without(scope.roots(data), scope.teams());
        return coversAny(scope, data, roots, units);
    }

    private boolean coversAny(Scope scope, Data data, Set<Long> roots, Set<Long> units) {
        return units.stream().anyMatch(unit -> covers(scope, data, roots, unit));
    }

    private boolean covers(Scope scope, Data data, Set<Long> roots, long unitId) {
        if (roots.contains(unitId)) {
            return true;
        }
        if (roots.isEmpty() && scope.ended().isEmpty()) {
            return false;
        }
        return jdbc.sql(COVERS)
                .param("roots", roots.toArray(Long[]::new))
                .param("ended", scope.ended().toArray(Long[]::new))
                .param("figures", data == Data.FIGURES)
                .param("unit", unitId)
                .param("today", Days.today(clock))
                .query(Boolean.class)
                .single();
    }

    private Set<Long> beyondOwnTeams(Scope scope) {
        return without(scope.figures(), scope.teams());
    }

    private Set<Long> without(Set<Long> roots, Collection<Long> ownTeams) {
        Set<Long> rest = new HashSet<>(roots);
        teams.ifPresent(known -> ownTeams.forEach(team -> rest.removeAll(known.villagesOf(team, Days.today(clock)))));
        return rest;
    }
}
