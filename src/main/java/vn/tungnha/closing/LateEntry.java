package vn.tungnha.closing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: what moved figures of a locked period afterwards.
 *
 * @param version of the lock it came after
 * @param action as in the audit trail, such as {@code visit.recorded}
 * @param quota of a changed quota, from what to what
 */
public record LateEntry(
        long id,
        int version,
        Instant enteredAt,
        @Nullable String by,
        String action,
        @Nullable String subject,
        @Nullable String subjectId,
        @Nullable String reason,
        @Nullable Quota quota,
        List<Change> changes) {

    /** Null = none. */
    public record Quota(
            @Nullable BigDecimal before, @Nullable BigDecimal after) {}

    /**
     * @param amount by how much; of a reported value the new one, null = not known any more
     * @param before of a reported value the one it had, null = not known
     * @param reported whether it is a reported value
     */
    public record Change(
            String nameVi,
            String nameEn,
            LocalDate day,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal before,
            boolean reported) {}
}
