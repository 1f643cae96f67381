package vn.tungnha.units.changes.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.changes.ChangePlan;
import vn.tungnha.units.changes.ChangePlan.Part;
import vn.tungnha.units.changes.web.ChangeForm.NewUnit;

/**
 * The plan that a form says.
 *
 * @param parent under which new units are founded, null where they stand alone
 */
record TypedPlan(ChangeForm form, UnitLevel level, @Nullable Long parent, Codes codes) {

    /** What a code typed or sent means. */
    interface Codes {
        long id(String code);
    }

    /** @throws RuleBroken when the form says no plan */
    ChangePlan plan() {
        LocalDate effective = form.getEffective();
        if (effective == null) {
            throw RuleBroken.at("effective", "units.change.error.day");
        }
        List<Long> sources = form.getUnit().stream().map(codes::id).toList();
        return new ChangePlan(form.getKind(), level, effective, sources, parts(), form.isGoesOn());
    }

    private List<Part> parts() {
        String into = form.getInto();
        return switch (form.getKind()) {
            case MERGE ->
                List.of(
                        into.isBlank()
                                ? Part.found(
                                        named(form.getFounded(), "founded.name").founded(parent))
                                : Part.into(codes.id(into)));
            case MOVE -> {
                if (into.isBlank()) {
                    throw RuleBroken.at("into", "units.change.error.where");
                }
                yield List.of(Part.into(codes.id(into)));
            }
            case RENAME ->
                level == UnitLevel.VILLAGE
                        ? renamed()
                        : List.of(Part.found(
                                named(form.getFounded(), "founded.name").founded(null)));
            case END -> List.of();
            case SPLIT -> split();
        };
    }

    /** One row for each chosen unit. */
    private List<Part> renamed() {
        List<Part> all = new ArrayList<>();
        List<NewUnit> parts = form.getParts();
        for (int i = 0; i < form.getUnit().size(); i++) {
            NewUnit row = i < parts.size() ? parts.get(i) : new NewUnit();
            all.add(Part.found(named(row, "parts[" + i + "].name").founded(null)));
        }
        return all;
    }

    private List<Part> split() {
        List<Part> all = new ArrayList<>();
        for (int i = 0; i < form.getParts().size(); i++) {
            int number = i + 1;
            List<String> keys = form.getGoings().stream()
                    .filter(going -> going.getPart() == number)
                    .map(ChangeForm.Going::getKey)
                    .toList();
            if (form.getParts().get(i).empty()) {
                if (!keys.isEmpty()) {
                    throw RuleBroken.at("parts[" + i + "].name", "units.change.error.name");
                }
                continue;
            }
            Set<Long> children = new HashSet<>();
            if (level != UnitLevel.VILLAGE) {
                keys.forEach(key -> children.add(codes.id(key)));
            }
            Set<String> alleys = level == UnitLevel.VILLAGE ? new HashSet<>(keys) : Set.of();
            all.add(taking(i).with(children, alleys, weight(i)));
        }
        return all;
    }

    private Part taking(int part) {
        NewUnit unit = form.getParts().get(part);
        if (unit.getInto().isBlank()) {
            return Part.found(unit.founded(parent));
        }
        if (!unit.unnamed()) {
            throw RuleBroken.at("parts[" + part + "].name", "units.change.error.either");
        }
        return Part.into(codes.id(unit.getInto()));
    }

    /** Typed in per cent or as a share. */
    private @Nullable BigDecimal weight(int part) {
        BigDecimal typed = form.getParts().get(part).getWeight();
        if (typed == null) {
            return null;
        }
        BigDecimal share = typed.compareTo(BigDecimal.ONE) > 0 ? typed.movePointLeft(2) : typed;
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw RuleBroken.at("parts[" + part + "].weight", "units.change.error.weight");
        }
        return share;
    }

    private static NewUnit named(NewUnit unit, String field) {
        if (unit.empty()) {
            throw RuleBroken.at(field, "units.change.error.name");
        }
        return unit;
    }
}
