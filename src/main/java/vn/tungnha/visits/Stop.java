package vn.tungnha.visits;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household as a team passes it on its round.
 *
 * @param householder display name; null when nobody is named
 * @param persons named persons living there
 * @param reached somebody was met there once
 * @param state how it stands this quarter: MET once met, else the last outcome; null = not come yet
 * @param last outcome of the last valid visit ever
 * @param followUpAt when the household asked to be seen again, unless it was visited since
 * @param today visited today, by whichever team
 * @param skip reason why it is left for another day; null when it is not
 * @param member who of the team goes there today; null when it was not shared out
 * @param lacks how many persons lack which wanted account
 */
public record Stop(
        UUID id,
        String alley,
        String number,
        @Nullable String householder,
        int persons,
        boolean reached,
        @Nullable Outcome state,
        @Nullable Outcome last,
        @Nullable Instant lastAt,
        @Nullable String lastNote,
        @Nullable Instant followUpAt,
        boolean today,
        @Nullable String skip,
        @Nullable UUID member,
        Map<String, Integer> lacks) {

    public boolean met() {
        return state == Outcome.MET;
    }

    public boolean skipped() {
        return skip != null;
    }

    public boolean lacking() {
        return !lacks.isEmpty();
    }

    Stop lacking(Map<String, Integer> accounts) {
        return new Stop(
                id,
                alley,
                number,
                householder,
                persons,
                reached,
                state,
                last,
                lastAt,
                lastNote,
                followUpAt,
                today,
                skip,
                member,
                accounts);
    }
}
