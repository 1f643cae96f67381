package vn.tungnha.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Seals;

/**
 * What a public form bears instead of a session: when it was given out and a number of its own, signed. Programs that send
 * at once, forms of yesterday and made-up ones are told apart; the number becomes the id of what is sent, so that one form
 * makes one request however often it comes.
 */
@Component
@RequiredArgsConstructor
public class FormTokens {

    /** No person fills a form faster. */
    static final Duration LEAST = Duration.ofSeconds(3);

    static final Duration MOST = Duration.ofHours(12);

    private static final Pattern TOKEN = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,15})\\.([\\w-]{22})");
    private static final int BYTES = 16;

    private final Seals seals;
    private final Clock clock;

    /** What a form that came back is. */
    public enum Verdict {
        GOOD,
        /** Sent faster than a person can. */
        HASTY,
        /** Made up, changed, or too old. */
        STRANGE
    }

    /** @param id of what is sent; null unless it is ours */
    public record Reading(Verdict verdict, @Nullable UUID id) {}

    public String issue() {
        String head = UUID.randomUUID() + "." + clock.millis();
        return head + "." + signature(head);
    }

    public Reading read(@Nullable String token) {
        Matcher parts = TOKEN.matcher(token == null ? "" : token);
        if (!parts.matches()
                || !MessageDigest.isEqual(
                        bytes(parts.group(3)), bytes(signature(parts.group(1) + "." + parts.group(2))))) {
            return new Reading(Verdict.STRANGE, null);
        }
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(parts.group(2))), clock.instant());
        if (age.compareTo(MOST) > 0) {
            return new Reading(Verdict.STRANGE, null);
        }
        UUID id = UUID.fromString(parts.group(1));
        return new Reading(age.compareTo(LEAST) < 0 ? Verdict.HASTY : Verdict.GOOD, id);
    }

    private String signature(String head) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(seals.sum("door-form", head), BYTES));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
