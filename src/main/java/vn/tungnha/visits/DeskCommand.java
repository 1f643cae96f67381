package vn.tungnha.visits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk as whoever opens it tells it; the same id twice means the same desk.
 *
 * @param name where it stands, in words
 * @param village code of the village whose turns are counted there; null = the team's home
 * @param topic what most come for; null = nothing in particular
 */
public record DeskCommand(
        UUID id,
        long teamId,
        String name,
        @Nullable String village,
        @Nullable String topic,
        Instant startedAt) {}
