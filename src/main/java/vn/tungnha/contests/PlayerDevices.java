package vn.tungnha.contests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Seals;

/**
 * A browser as contests know it: a random name signed by us, kept in a cookie. Whoever makes one up is a browser that has
 * not been here; whoever throws it away is a new one, which is why named contests also ask for a login or a phone number.
 */
@Component
@RequiredArgsConstructor
public class PlayerDevices {

    private static final int BYTES = 16;

    private final Seals seals;
    private final SecureRandom random = new SecureRandom();

    /** For a cookie. */
    public String fresh() {
        byte[] name = new byte[BYTES];
        random.nextBytes(name);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        return text + "." + signature(text);
    }

    /** The browser's name, out of its cookie; empty where we never wrote that. */
    public Optional<String> known(@Nullable String cookie) {
        String[] parts = cookie == null ? new String[0] : cookie.split("\\.", -1);
        return parts.length == 2
                        && MessageDigest.isEqual(
                                signature(parts[0]).getBytes(StandardCharsets.UTF_8),
                                parts[1].getBytes(StandardCharsets.UTF_8))
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    private String signature(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(seals.sum("contest-browser", name), BYTES));
    }
}
