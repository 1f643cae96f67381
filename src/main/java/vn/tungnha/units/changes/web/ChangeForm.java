package vn.tungnha.units.changes.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.Getter;
import lombok.Setter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.changes.ChangePlan;
import vn.tungnha.units.changes.ChangePlan.Founded;
import vn.tungnha.units.changes.ChangePlan.Part;

/** A change of units as typed. */
@Getter
@Setter
public class ChangeForm {

    static final int PARTS = 3;

    private ChangePlan.Kind kind = ChangePlan.Kind.MERGE;

    /** Code of the ward or province the units lie in. */
    private String at = "";

    /** Codes of the units. */
    private List<String> unit = new ArrayList<>();

    /** Of a merger or move: code of the unit that takes over; empty = a new one. */
    private String into = "";

    private NewUnit founded = new NewUnit();
    private List<NewUnit> parts = new ArrayList<>();
    private List<Going> goings = new ArrayList<>();
    private boolean goesOn;

    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate effective;

    private String decree = "";

    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate decreeDate;

    private String note = "";

    /** A unit to be founded, or of a split one that is there already; without any of them there is none. */
    @Getter
    @Setter
    public static class NewUnit {

        private String into = "";
        private String kind = "";
        private @Nullable Integer number;
        private String name = "";
        private String code = "";
        private @Nullable BigDecimal weight;

        boolean empty() {
            return into.isBlank() && unnamed();
        }

        boolean unnamed() {
            return number == null && name.isBlank() && code.isBlank();
        }

        Founded founded(@Nullable Long parent) {
            return new Founded(parent, kind, code.isBlank() ? null : code, number, name.isBlank() ? null : name);
        }
    }

    /** Which part a village, or an alley, goes to; 0 = it stays. */
    @Getter
    @Setter
    public static class Going {

        private String key = "";
        private String text = "";
        private int part;
    }

    /** What a code typed or sent means. */
    interface Codes {
        long id(String code);
    }

    ChangePlan plan(UnitLevel level, long parent, Codes codes) {
        if (effective == null) {
            throw RuleBroken.at("effective", "units.change.error.day");
        }
        List<Long> sources = unit.stream().map(codes::id).toList();
        return new ChangePlan(kind, level, effective, sources, parts(level, parent, codes), goesOn);
    }

    private List<Part> parts(UnitLevel level, long parent, Codes codes) {
        return switch (kind) {
            case MERGE ->
                List.of(
                        into.isBlank()
                                ? Part.found(named(founded, "founded.name").founded(parent))
                                : Part.into(codes.id(into)));
            case MOVE -> {
                if (into.isBlank()) {
                    throw RuleBroken.at("into", "units.change.error.where");
                }
                yield List.of(Part.into(codes.id(into)));
            }
            case RENAME -> List.of(Part.found(named(founded, "founded.name").founded(null)));
            case END -> List.of();
            case SPLIT -> split(level, parent, codes);
        };
    }

    private List<Part> split(UnitLevel level, long parent, Codes codes) {
        List<Part> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int number = i + 1;
            List<String> keys = goings.stream()
                    .filter(going -> going.part == number)
                    .map(Going::getKey)
                    .toList();
            if (parts.get(i).empty()) {
                if (!keys.isEmpty()) {
                    throw RuleBroken.at("parts[" + i + "].name", "units.change.error.name");
                }
                continue;
            }
            Set<Long> children = new HashSet<>();
            if (level == UnitLevel.COMMUNE) {
                keys.forEach(key -> children.add(codes.id(key)));
            }
            Set<String> alleys = level == UnitLevel.VILLAGE ? new HashSet<>(keys) : Set.of();
            all.add(taking(i, parent, codes).with(children, alleys, weight(i)));
        }
        return all;
    }

    private Part taking(int part, long parent, Codes codes) {
        NewUnit unit = parts.get(part);
        if (unit.into.isBlank()) {
            return Part.found(unit.founded(parent));
        }
        if (!unit.unnamed()) {
            throw RuleBroken.at("parts[" + part + "].name", "units.change.error.either");
        }
        return Part.into(codes.id(unit.into));
    }

    /** Typed in per cent or as a share. */
    private @Nullable BigDecimal weight(int part) {
        BigDecimal typed = parts.get(part).weight;
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
