package vn.tungnha.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Units end and go into another one. A split is several commands of kind PART with the same day, one for each successor.
 *
 * @param from in force to the day before {@code effective}, on which they end
 * @param into an existing unit, or null to found {@code founded}
 * @param effective first day of the new order
 * @param weight share of the people in a PART, null when it is not known
 * @param detail finer note, such as AREA_ONLY or PART_AREA_ALL_PEOPLE
 * @param children which children of the sources a PART takes along; a WHOLE takes all
 */
public record SuccessionCommand(
        List<Long> from,
        @Nullable Long into,
        @Nullable NewUnit founded,
        Kind kind,
        LocalDate effective,
        @Nullable BigDecimal weight,
        @Nullable String detail,
        Set<Long> children,
        @Nullable String decree) {

    /** Whether a unit goes into its successor wholly or in part. */
    public enum Kind {
        WHOLE,
        PART
    }

    /** A unit founded by the succession. */
    public record NewUnit(
            UnitLevel level,
            String code,
            String name,
            String fullName,
            String kind,
            @Nullable Long parentId) {}

    public static SuccessionCommand whole(List<Long> from, long into, LocalDate effective, @Nullable String decree) {
        return new SuccessionCommand(from, into, null, Kind.WHOLE, effective, null, null, Set.of(), decree);
    }

    public static SuccessionCommand found(
            List<Long> from, NewUnit founded, LocalDate effective, @Nullable String decree) {
        return new SuccessionCommand(from, null, founded, Kind.WHOLE, effective, null, null, Set.of(), decree);
    }

    public static SuccessionCommand part(long from, long into, LocalDate effective, Set<Long> children) {
        return new SuccessionCommand(List.of(from), into, null, Kind.PART, effective, null, null, children, null);
    }
}
