package vn.tungnha.units.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal with all that happened to it. */
public record UnitChange(
        long id,
        int version,
        ChangePlan plan,
        String decreeNumber,
        @Nullable LocalDate decreeDate,
        String note,
        State state,
        UUID draftedBy,
        String drafter,
        Instant draftedAt,
        @Nullable UUID proposedBy,
        @Nullable String proposer,
        @Nullable Instant proposedAt,
        @Nullable String decider,
        @Nullable Instant decidedAt,
        @Nullable String undoer,
        @Nullable Instant undoneAt,
        @Nullable String reason) {

    /** Approving applies at once, for past and future days: dated rows flip by themselves at midnight. */
    public enum State {
        DRAFT,
        PROPOSED,
        REJECTED,
        APPLIED,
        UNDONE
    }

    /** "12/NQ-HĐND, 15/06/2026". */
    public String decree() {
        String day = decreeDate == null
                ? ""
                : "%02d/%02d/%d"
                        .formatted(decreeDate.getDayOfMonth(), decreeDate.getMonthValue(), decreeDate.getYear());
        return decreeNumber.isEmpty() ? day : day.isEmpty() ? decreeNumber : decreeNumber + ", " + day;
    }
}
