package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which visits of a reader's scope to list; null = any.
 *
 * @param show all of them, or only those that wait for somebody
 * @param by only those this account recorded
 */
public record VisitQuery(
        @Nullable LocalDate day,
        @Nullable Long team,
        @Nullable Outcome outcome,
        Show show,
        @Nullable UUID by) {

    /** Which of them: those the ward should look at, or those whose appointment passed without another visit. */
    public enum Show {
        ALL,
        ATTENTION,
        OVERDUE
    }

    public static VisitQuery by(UUID account, LocalDate day) {
        return new VisitQuery(day, null, null, Show.ALL, account);
    }
}
