package vn.tungnha.units.changes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.ClosedPeriods;
import vn.tungnha.units.FollowsVillages;
import vn.tungnha.units.UnitRegister;

/** Applies a plan with all that follows it, remembers the inverse, and undoes it. */
@Component
@RequiredArgsConstructor
class ChangeEngine {

    private final JdbcClient jdbc;
    private final ChangeWork work;
    private final RememberedRows remembered;
    private final UnitRegister register;
    private final LiveFigures figures;
    private final List<FollowsVillages> followers;
    private final Optional<ClosedPeriods> closed;
    private final TransactionTemplate transaction;

    /** A unit that gets another name by the change. */
    record Renamed(long unitId, String before, String after) {}

    void apply(long change, ChangePlan plan, String decree) {
        Set<Long> villages = new HashSet<>(plan.units());
        figures.during(touched(plan.units(), plan.effective()), () -> {
            requireOpen(plan);
            Set<Long> units = near(plan);
            remembered.before(change, units, villages);
            ChangeWork.Done done = work.carryOut(plan, decree);
            done.flows().forEach(flow -> followers.forEach(follower -> follower.follow(flow)));
            units.addAll(near(plan));
            units.addAll(done.targets());
            villages.addAll(done.targets());
            remembered.after(change, units, villages);
            return done;
        });
    }

    /** Tries the plan on the units alone and takes it back: which rule forbids it, and which names it changes. */
    List<Renamed> tryOut(ChangePlan plan, String decree) {
        return Optional.ofNullable(transaction.execute(status -> {
                    jdbc.sql("savepoint tried").update();
                    try {
                        work.carryOut(plan, decree);
                        return renamed(plan);
                    } finally {
                        jdbc.sql("rollback to savepoint tried").update();
                    }
                }))
                .orElse(List.of());
    }

    void undo(long change, ChangePlan plan) {
        Set<Long> founded = remembered.founded(change);
        Set<Long> villages = new HashSet<>(plan.units());
        villages.addAll(founded);
        Set<Long> units = remembered.ids(change, "unit", "id");
        units.addAll(remembered.ids(change, "unit_version", "unit_id"));
        units.addAll(remembered.ids(change, "unit_parent", "unit_id"));
        units.addAll(remembered.ids(change, "area_commune", "commune_id"));
        units.addAll(remembered.ids(change, "unit_succession", "from_id"));
        units.addAll(remembered.ids(change, "unit_succession", "to_id"));
        figures.during(touched(villages, plan.effective()), () -> {
            requireOpen(plan);
            List<String> changed = remembered.changedSince(change);
            if (!changed.isEmpty()) {
                throw new RuleBroken("units.change.error.changed-since");
            }
            register.restore(units, founded, () -> {
                remembered.putBack(change);
                followers.forEach(follower -> follower.restored(villages));
                Map<String, Long> pointing = remembered.remove(founded);
                if (!pointing.isEmpty()) {
                    throw new RuleBroken(
                            "units.change.error.in-use",
                            pointing.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                            List.copyOf(pointing.keySet()));
                }
            });
            return change;
        });
    }

    /**
     * Asked again inside {@link LiveFigures#during}, when no lock can come between.
     *
     * @throws RuleBroken when a period that holds its day was closed
     */
    void requireOpen(ChangePlan plan) {
        closed.flatMap(it -> it.firstClosed(plan.effective(), plan.units())).ifPresent(period -> {
            throw new RuleBroken("units.change.error.closed", period.first(), period.last());
        });
    }

    private LiveFigures.Touched touched(Set<Long> villages, LocalDate from) {
        Set<UUID> households = new HashSet<>();
        Set<UUID> residents = new HashSet<>();
        Set<Long> teams = new HashSet<>();
        for (FollowsVillages follower : followers) {
            LiveFigures.Touched touched = follower.touched(villages, from);
            households.addAll(touched.households());
            residents.addAll(touched.residents());
            teams.addAll(touched.teams());
        }
        return new LiveFigures.Touched(households, residents, teams);
    }

    /** The units, those that carry them later, and everything that ever lay under one of these. */
    private Set<Long> near(ChangePlan plan) {
        Set<Long> ids = new HashSet<>(plan.units());
        plan.parts().forEach(part -> ids.addAll(part.children()));
        return new HashSet<>(jdbc.sql("""
                        with line as (
                            select unnest(:ids::bigint[]) as id union select to_id from unit_lineage where from_id = any(:ids)
                        )
                        select id from line union select l.child_id from line join unit_link l on l.parent_id = line.id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    private List<Renamed> renamed(ChangePlan plan) {
        Collection<Long> ids = near(plan);
        return jdbc.sql("""
                        select v.unit_id, b.full_name as before, v.full_name as after
                        from unit_version v join unit_version b on b.unit_id = v.unit_id and b.valid_to = v.valid_from - 1
                        where v.unit_id = any(:ids) and v.valid_from = :day and v.full_name <> b.full_name
                        order by v.sort
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("day", plan.effective())
                .query(Renamed.class)
                .list();
    }
}
