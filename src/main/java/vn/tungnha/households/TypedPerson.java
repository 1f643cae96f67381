package vn.tungnha.households;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as typed so far, to look for in the register.
 *
 * @param phone digits as typed; half a number finds nobody
 * @param household where they are to live, if that is known
 * @param self the entry itself, once it is stored
 */
public record TypedPerson(
        @Nullable String name,
        @Nullable Integer birthYear,
        @Nullable Sex sex,
        @Nullable String phone,
        @Nullable String citizenNumber,
        @Nullable UUID household,
        @Nullable UUID self) {}
