package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A word of the ward about a member's day.
 *
 * @param duty kind of an added duty, else null
 * @param planned of an added duty, whether it stood in a plan
 * @param programme of a verdict on paying twice, else null
 */
public record MarkCommand(
        long team,
        UUID member,
        LocalDate day,
        Mark.Kind kind,
        @Nullable String duty,
        boolean planned,
        @Nullable String programme,
        String reason) {

    /** Whether it decides on paying twice. */
    boolean isVerdict() {
        return kind == Mark.Kind.NOT_PAID || kind == Mark.Kind.PAID_ANYWAY;
    }
}
