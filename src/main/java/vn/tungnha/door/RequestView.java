package vn.tungnha.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as those who answer see it. What tells who asked is null once erased.
 *
 * @param phoneLast3 what lists show of the telephone
 * @param sameNumber how many others of the ward came from the same telephone and are open
 * @param answer what was answered; the reason where it was refused
 * @param visit the visit that came of it
 */
public record RequestView(
        UUID id,
        int version,
        RequestKind kind,
        long wardId,
        String ward,
        @Nullable Long villageId,
        @Nullable String village,
        @Nullable Long teamId,
        @Nullable String team,
        @Nullable String name,
        @Nullable String phoneLast3,
        @Nullable String address,
        @Nullable String wanted,
        @Nullable String words,
        boolean mayPublish,
        RequestState state,
        Instant receivedAt,
        LocalDate dueOn,
        @Nullable String answer,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable UUID mergedInto,
        @Nullable UUID visit,
        @Nullable String publicWords,
        @Nullable Instant publishedAt,
        boolean erased,
        int sameNumber) {

    public boolean open() {
        return state.open();
    }

    public boolean overdue(LocalDate today) {
        return open() && dueOn.isBefore(today);
    }
}
