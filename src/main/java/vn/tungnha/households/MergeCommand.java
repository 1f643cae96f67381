package vn.tungnha.households;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two entries shall be one.
 *
 * @param gone stays as an alias of the other
 * @param kept whose stays hold where the two contradict
 * @param fromGone fields that are right in the entry that goes
 */
public record MergeCommand(
        UUID gone,
        int goneVersion,
        UUID kept,
        int keptVersion,
        Set<Field> fromGone,
        @Nullable String why) {

    /** What is chosen between; the last three are of households. */
    public enum Field {
        NAME,
        BIRTH_YEAR,
        SEX,
        SMARTPHONE,
        PHONE,
        CITIZEN,
        ADDRESS,
        LABEL,
        CHILDREN
    }
}
