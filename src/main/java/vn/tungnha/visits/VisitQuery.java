package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which visits of a reader's scope to list; null = any.
 *
 * @param attention only those the ward should look at
 * @param by only those this account recorded
 */
public record VisitQuery(
        @Nullable LocalDate day,
        @Nullable Long team,
        @Nullable Outcome outcome,
        boolean attention,
        @Nullable UUID by) {

    public static VisitQuery by(UUID account, LocalDate day) {
        return new VisitQuery(day, null, null, false, account);
    }
}
