package vn.tungnha.contests;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its contest knows it.
 *
 * @param removalReason null while it counts
 */
public record EntryView(
        UUID id,
        String nickname,
        @Nullable String fullName,
        Instant enteredAt,
        @Nullable String removalReason) {

    public boolean removed() {
        return removalReason != null;
    }
}
