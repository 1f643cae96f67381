package vn.tungnha.visits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told, ready to be booked.
 *
 * @param hash of what was sent, which resends are compared with
 * @param toldAt the moment as the phone told it, where its clock was wrong
 * @param teller whose telling it is, whoever has it booked
 */
record TakenDown(
        VisitCommand command, byte[] hash, @Nullable Instant toldAt, UUID teller) {}
