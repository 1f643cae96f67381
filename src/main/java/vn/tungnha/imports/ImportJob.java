package vn.tungnha.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file somebody sent, from upload to storing.
 *
 * @param progress rows done so far while it runs
 * @param columns codes of the columns found
 * @param leftOut rows that are no data, such as totals and signatures
 * @param failure why it failed, for whoever sent it
 * @param undoNote what was taken back, in words
 */
public record ImportJob(
        UUID id,
        String kind,
        String fileName,
        long fileSize,
        UUID accountId,
        String accountName,
        Status status,
        int progress,
        String sheet,
        int headingRow,
        List<String> columns,
        List<String> unknown,
        List<String> leftOut,
        int rows,
        int accepted,
        int present,
        int warned,
        int stored,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant undoneAt,
        @Nullable String undoReason,
        @Nullable String undoNote) {

    /** Where a file stands. */
    public enum Status {
        CHECKING,
        /** Somebody is to say what its columns mean. */
        COLUMNS,
        CHECKED,
        STORING,
        DONE,
        FAILED,
        CANCELLED,
        EXPIRED,
        UNDOING,
        UNDONE
    }

    public int refused() {
        return rows - accepted;
    }

    /** Rows that storing would add. */
    public int fresh() {
        return accepted - present;
    }

    public boolean running() {
        return status == Status.CHECKING || status == Status.STORING || status == Status.UNDOING;
    }
}
