package vn.tungnha.units.changes;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.AffectedByUnitChange;
import vn.tungnha.units.AffectedByUnitChange.Affected;
import vn.tungnha.units.UnitEffect;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.VillageFlow;

/** Tells what a plan would do, and what is left to be done once it was carried out. */
@Component
@RequiredArgsConstructor
class Previews {

    private final ChangeEngine engine;
    private final ChangeWork work;
    private final Units units;
    private final List<AffectedByUnitChange> affected;

    ChangePreview of(UnitChange change) {
        ChangePlan plan = change.plan();
        RuleBroken forbidden = null;
        List<String> renamed = List.of();
        try {
            engine.requireOpen(plan);
            renamed = engine.tryOut(plan, change.decree()).stream()
                    .filter(it -> plan.kind() != ChangePlan.Kind.RENAME
                            || !plan.sources().contains(it.unitId()))
                    .map(it -> it.before() + " → " + it.after())
                    .toList();
        } catch (RuleBroken broken) {
            forbidden = broken;
        }
        if (plan.kind() == ChangePlan.Kind.RENAME) {
            return new ChangePreview(0, List.of(), renamed, List.of(), List.of(), forbidden);
        }
        LocalDate eve = plan.effective().minusDays(1);
        Set<Long> going = going(plan);
        List<UnitView> children = plan.leaving().stream()
                .flatMap(unit -> units.children(unit, eve).stream())
                .filter(child -> going.isEmpty() || going.contains(child.id()))
                .toList();
        return new ChangePreview(
                children.size(),
                children.stream().map(UnitView::fullName).toList(),
                renamed,
                households(plan),
                effects(plan),
                forbidden);
    }

    /** What still stands at the units that ended and somebody has to see to. */
    List<UnitEffect> left(ChangePlan plan) {
        if (plan.kind() == ChangePlan.Kind.RENAME) {
            return List.of();
        }
        return effects(plan).stream().filter(it -> !it.todo().isEmpty()).toList();
    }

    private List<UnitEffect> effects(ChangePlan plan) {
        LocalDate eve = plan.effective().minusDays(1);
        Set<Long> villages = new HashSet<>();
        Set<Long> going = going(plan);
        (going.isEmpty() ? plan.leaving() : going)
                .forEach(unit -> units.under(unit, UnitLevel.VILLAGE, eve).forEach(it -> villages.add(it.id())));
        Affected concerned = new Affected(
                Set.copyOf(plan.leaving()),
                villages,
                plan.effective(),
                plan.ends(),
                units.get(plan.sources().get(0), eve).code());
        return affected.stream().flatMap(it -> it.of(concerned).stream()).toList();
    }

    /** Of a unit that goes on only what leaves it is concerned; empty = everything. */
    private static Set<Long> going(ChangePlan plan) {
        Set<Long> going = new HashSet<>();
        if (plan.goesOn()) {
            plan.parts().forEach(part -> going.addAll(part.children()));
        }
        return going;
    }

    private List<Integer> households(ChangePlan plan) {
        if (plan.kind() != ChangePlan.Kind.SPLIT || plan.level() != UnitLevel.VILLAGE) {
            return List.of();
        }
        long source = plan.sources().get(0);
        return plan.parts().stream()
                .map(part -> work.households(new VillageFlow(source, source, plan.effective(), false, part.alleys())))
                .toList();
    }
}
