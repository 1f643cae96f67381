package vn.tungnha.visits;

import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * A desk as whoever opens it tells it; the same id twice means the same desk.
 *
 * @param name where it stands, in words
 * @param village code of the village whose turns are counted there; null = the team's home
 * @param topic what most come for; null = nothing in particular
 */
@With(AccessLevel.PACKAGE)
public record DeskCommand(
        UUID id,
        long teamId,
        String name,
        @Nullable String village,
        @Nullable String topic,
        Instant startedAt) {

    /** The same at another moment. */
    DeskCommand at(Instant moment) {
        return withStartedAt(moment);
    }

    /** The same of another team. */
    DeskCommand by(long team) {
        return withTeamId(team);
    }
}
