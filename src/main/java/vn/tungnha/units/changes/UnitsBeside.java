package vn.tungnha.units.changes;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Units beside one that is split, which may take a part of it. */
@Component
@RequiredArgsConstructor
class UnitsBeside {

    private final Units units;

    /** What takes a part and is there already: another unit of the same level beside it, named once. */
    void require(ChangePlan plan, long source) {
        LocalDate day = plan.effective();
        Set<Long> named = new HashSet<>();
        for (ChangePlan.Part part : plan.parts()) {
            Long into = part.into();
            if (into == null) {
                continue;
            }
            UnitView neighbour = units.get(into, day);
            if (into == source) {
                throw RuleBroken.at("parts", "units.succession.into-itself");
            }
            if (!named.add(into)) {
                throw RuleBroken.at("parts", "units.change.error.twice", neighbour.fullName());
            }
            if (neighbour.level() != plan.level() || !around(into, plan).equals(around(source, plan))) {
                throw RuleBroken.at("parts", "units.change.error.neighbour", neighbour.fullName());
            }
        }
    }

    /**
     * The commune of a village, the province of a commune, those of an area's communes, on the eve; of a unit founded that
     * day, on the day. Provinces lie side by side anywhere.
     */
    private Set<Long> around(long unit, ChangePlan plan) {
        UnitLevel level = plan.level() == UnitLevel.VILLAGE ? UnitLevel.COMMUNE : UnitLevel.PROVINCE;
        LocalDate eve = plan.effective().minusDays(1);
        LocalDate from = units.get(unit, eve).validFrom();
        LocalDate day = from.isAfter(eve) ? from : eve;
        long inside = plan.level() != UnitLevel.AREA
                ? unit
                : units.children(unit, day).stream()
                        .findFirst()
                        .map(UnitView::id)
                        .orElse(unit);
        Set<Long> around = new HashSet<>();
        units.ancestors(inside, day).stream().filter(it -> it.level() == level).forEach(it -> around.add(it.id()));
        return around;
    }
}
