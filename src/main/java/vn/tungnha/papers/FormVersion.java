package vn.tungnha.papers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a form in the list of all there were.
 *
 * @param madeBy null for one that was shipped
 * @param withdrawnAt null while it is used
 */
public record FormVersion(
        long id,
        int version,
        LocalDate validFrom,
        @Nullable String reason,
        @Nullable String madeBy,
        Instant madeAt,
        @Nullable String withdrawnFor,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    public boolean used() {
        return withdrawnAt == null;
    }
}
