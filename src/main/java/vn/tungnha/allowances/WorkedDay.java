package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's day: what was logged, what the ward said about it, and which rules would pay for it.
 *
 * @param marks also those taken back
 * @param plan title of the plan the day stood in; null = none
 * @param counting rules whose conditions it meets; none for a struck day or one outside the membership
 */
public record WorkedDay(
        Seat seat,
        LocalDate day,
        List<Duty> duties,
        List<Mark> marks,
        @Nullable String plan,
        List<AllowanceRule> counting) {

    public boolean struck() {
        return marks.stream().anyMatch(it -> it.holds() && it.kind() == Mark.Kind.STRUCK);
    }

    public boolean added() {
        return marks.stream().anyMatch(it -> it.holds() && it.kind() == Mark.Kind.ADDED);
    }

    /** Worked, and not struck out. */
    public boolean worked() {
        return !struck() && seat.holds(day) && (!duties.isEmpty() || added());
    }
}
