package vn.tungnha.households.likeness;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody, for comparing.
 *
 * @param sex any two words that tell the sexes apart
 * @param phone keyed hash of the number
 * @param citizen keyed hash of the citizen number
 * @param alley village and alley, folded
 */
public record Described(
        @Nullable String name,
        @Nullable Integer birthYear,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String citizen,
        @Nullable UUID household,
        @Nullable String alley) {}
