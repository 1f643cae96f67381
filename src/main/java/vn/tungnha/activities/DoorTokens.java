package vn.tungnha.activities;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SecretKeyFile;

/** The code shown at the door of an activity: nobody can make it up, and it opens on the day of the activity only. */
@Component
@RequiredArgsConstructor
public class DoorTokens {

    private static final int BYTES = 12;

    private final SecretKeyFile key;
    private final Clock clock;

    public String of(ActivityView activity) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            byte[] sum = mac.doFinal(
                    ("activity-door " + activity.id() + " " + activity.day()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sum, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    boolean opens(ActivityView activity, String token) {
        return activity.day().equals(Days.today(clock))
                && MessageDigest.isEqual(
                        of(activity).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
