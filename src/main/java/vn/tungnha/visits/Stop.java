package vn.tungnha.visits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household as a team passes it on its round.
 *
 * @param householder display name; null when nobody is named
 * @param persons named persons living there
 * @param state how it stands this quarter: MET once met, else the last outcome; null = not come yet
 * @param last outcome of the last valid visit ever
 * @param followUpAt when the household asked to be seen again, unless it was visited since
 * @param today visited today, by whichever team
 * @param skipped left for another day
 * @param lacking somebody here still lacks an account of the form
 */
public record Stop(
        UUID id,
        String alley,
        String number,
        @Nullable String householder,
        int persons,
        @Nullable Outcome state,
        @Nullable Outcome last,
        @Nullable Instant lastAt,
        @Nullable String lastNote,
        @Nullable Instant followUpAt,
        boolean today,
        boolean skipped,
        boolean lacking) {

    public boolean met() {
        return state == Outcome.MET;
    }

    Stop lacking(boolean yes) {
        return new Stop(
                id,
                alley,
                number,
                householder,
                persons,
                state,
                last,
                lastAt,
                lastNote,
                followUpAt,
                today,
                skipped,
                yes);
    }
}
