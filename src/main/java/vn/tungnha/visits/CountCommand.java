package vn.tungnha.visits;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * People guided at a desk whose names nobody took down; the same id twice means the same count.
 *
 * @param turns how many by topic; somebody guided in two topics is two turns
 */
public record CountCommand(UUID id, UUID deskId, long teamId, Instant countedAt, Map<String, Integer> turns) {

    public CountCommand {
        turns = Map.copyOf(turns);
    }

    /** The same at another moment. */
    CountCommand at(Instant moment) {
        return new CountCommand(id, deskId, teamId, moment, turns);
    }
}
