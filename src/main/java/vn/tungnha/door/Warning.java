package vn.tungnha.door;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way of cheating people that goes round.
 *
 * @param place whom it is for; null = everybody
 * @param words how the cheats go about it
 * @param advice what to do
 * @param source who says so
 * @param withdrawnOn since when it is no longer shown
 */
public record Warning(
        UUID id,
        int version,
        @Nullable Long unit,
        @Nullable String place,
        LocalDate issuedOn,
        String title,
        String words,
        String advice,
        String source,
        @Nullable LocalDate withdrawnOn) {}
