package vn.tungnha.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk with what was done at it so far, withdrawn entries left out.
 *
 * @param turns counted without names, by topic
 * @param met by name, the latest first
 * @param counts the single counts, the latest first
 */
public record DeskView(
        UUID id,
        long teamId,
        String teamName,
        String name,
        LocalDate day,
        Instant startedAt,
        @Nullable String topic,
        Map<String, Integer> turns,
        List<Met> met,
        List<Count> counts) {

    public int allTurns() {
        return turns.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Somebody met by name. */
    public record Met(
            UUID visitId,
            @Nullable String name,
            @Nullable Integer birthYear,
            String address,
            Instant at,
            int activated) {}

    /** One sending of counted turns. */
    public record Count(UUID id, Instant at, Map<String, Integer> turns) {}

    /** A desk in a list. */
    public record Line(
            UUID id, String name, @Nullable String topic, LocalDate day, Instant startedAt, int persons, int turns) {}

    /** Somebody who may be standing before the desk. */
    public record Found(
            UUID residentId,
            UUID householdId,
            @Nullable String name,
            @Nullable Integer birthYear,
            String alley,
            String number) {}
}
