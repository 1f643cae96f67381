package vn.tungnha.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notebook being typed in.
 *
 * @param form fields as typed, without the rows that were stored
 * @param stored what came of it so far, withdrawn visits left out
 */
public record NotebookView(
        UUID id, long teamId, String teamName, LocalDate day, Map<String, List<String>> form, List<Stored> stored) {

    /** A row that became a visit. */
    public record Stored(UUID visitId, String alley, String number, Outcome outcome, Instant at) {}

    /** A notebook in a list. */
    public record Line(
            UUID id,
            String teamName,
            LocalDate day,
            int openRows,
            @Nullable String typedBy,
            Instant changedAt) {}
}
