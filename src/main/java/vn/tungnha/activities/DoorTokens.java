package vn.tungnha.activities;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Seals;

/** The code shown at the door of an activity: nobody can make it up, and it opens on the day of the activity only. */
@Component
@RequiredArgsConstructor
public class DoorTokens {

    private static final int BYTES = 12;

    private final Seals seals;
    private final Clock clock;

    public String of(ActivityView activity) {
        byte[] sum = seals.sum("activity-door", activity.id() + " " + activity.day());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sum, BYTES));
    }

    boolean opens(ActivityView activity, String token) {
        return activity.day().equals(Days.today(clock))
                && MessageDigest.isEqual(
                        of(activity).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
