package vn.tungnha.activities;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it is planned.
 *
 * @param team the one that holds it
 * @param village where it counts; null = the team's home that day
 * @param invited other teams that take part
 * @param capacity null = as many as come
 */
public record ActivityCommand(
        String kind,
        String title,
        String place,
        long team,
        @Nullable Long village,
        Set<Long> invited,
        @Nullable UUID campaign,
        LocalDate day,
        LocalTime from,
        LocalTime until,
        @Nullable Integer capacity) {

    /** The same with these teams. */
    ActivityCommand inviting(Set<Long> teams) {
        return new ActivityCommand(
                kind, title, place, team, village, Set.copyOf(teams), campaign, day, from, until, capacity);
    }
}
