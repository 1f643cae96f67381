package vn.tungnha.gateway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver.
 *
 * @param nextAt when it is tried again, where it waits
 * @param status of the last answer; null when there was none, then {@code problem} says why
 */
public record DeliveryRow(
        UUID id,
        String event,
        String body,
        State state,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        @Nullable Instant deliveredAt,
        @Nullable Integer status,
        @Nullable String problem) {

    /** How far it has come. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }
}
