package vn.tungnha.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team handed on from one leader to the next.
 *
 * @param former who led until the day before, null when nobody is known
 * @param successorAccount who signs in as the new leader, null without an account
 * @param confirmed when it was taken over, null until then
 */
public record Handover(
        long id,
        long teamId,
        @Nullable String former,
        @Nullable UUID formerAccount,
        String successor,
        @Nullable UUID successorAccount,
        LocalDate from,
        @Nullable Instant confirmed,
        @Nullable String confirmedBy) {}
