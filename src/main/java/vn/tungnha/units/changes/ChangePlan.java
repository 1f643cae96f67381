package vn.tungnha.units.changes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.units.UnitLevel;

/**
 * What is to become of some units.
 *
 * @param level of the units: PROVINCE, AREA, COMMUNE or VILLAGE
 * @param effective first day of the new order
 * @param sources units that end, are split, move or get a new name
 * @param parts where they go; one for all but a SPLIT, none for an END, of a RENAME one for each unit
 * @param goesOn of a SPLIT: the unit lives on with what no part takes
 */
public record ChangePlan(
        Kind kind, UnitLevel level, LocalDate effective, List<Long> sources, List<Part> parts, boolean goesOn) {

    /** What happens to the units. */
    public enum Kind {
        MERGE,
        SPLIT,
        MOVE,
        RENAME,
        END
    }

    /**
     * A unit that takes over.
     *
     * @param into an existing unit (of a MOVE the new parent), or null to found one
     * @param children of a split commune, area or province: the villages or communes that go here
     * @param alleys of a split village: the alleys whose households go here
     * @param weight share of a split unit's people; null = by households, or equal shares
     */
    public record Part(
            @Nullable Long into,
            @Nullable Founded founded,
            Set<Long> children,
            Set<String> alleys,
            @Nullable BigDecimal weight) {

        public static Part into(long unit) {
            return new Part(unit, null, Set.of(), Set.of(), null);
        }

        public static Part found(Founded founded) {
            return new Part(null, founded, Set.of(), Set.of(), null);
        }

        public Part with(Set<Long> villages, Set<String> lanes) {
            return with(villages, lanes, weight);
        }

        public Part with(Set<Long> villages, Set<String> lanes, @Nullable BigDecimal share) {
            return new Part(into, founded, villages, lanes, share);
        }
    }

    /**
     * A unit to be founded, or the new name of one.
     *
     * @param code official code of a commune or province; villages get one of ours, areas too when none is given
     * @param number of a village named by its number
     */
    public record Founded(
            @Nullable Long parentId,
            String kind,
            @Nullable String code,
            @Nullable Integer number,
            @Nullable String name) {}

    public static ChangePlan merge(UnitLevel level, LocalDate effective, List<Long> sources, Part into) {
        return new ChangePlan(Kind.MERGE, level, effective, sources, List.of(into), false);
    }

    /** Units that end, are split or move: one that takes others in is not among them. */
    public List<Long> leaving() {
        return sources.stream()
                .filter(source ->
                        parts.stream().noneMatch(part -> Objects.equals(part.into(), source) && kind == Kind.MERGE))
                .toList();
    }

    /** All existing units it concerns: whose scope must cover it. */
    public Set<Long> units() {
        Set<Long> units = new HashSet<>(sources);
        parts.stream().map(Part::into).filter(Objects::nonNull).forEach(units::add);
        return units;
    }

    public boolean ends() {
        return kind == Kind.MERGE || kind == Kind.END || kind == Kind.SPLIT && !goesOn;
    }
}
