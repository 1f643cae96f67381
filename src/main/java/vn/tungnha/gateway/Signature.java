package vn.tungnha.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import vn.tungnha.shared.Hmac;

/**
 * Proves to a receiver that a message is ours and fresh: HMAC-SHA256, in hex, over the seconds since 1970, a full stop and
 * the body, by the secret that was shown once.
 */
final class Signature {

    static final String HEADER = "X-TungNha-Signature";

    private Signature() {}

    static String of(String secret, Instant at, String body) {
        long seconds = at.getEpochSecond();
        return "t=" + seconds + ",v1=" + hmac(secret, seconds + "." + body);
    }

    private static String hmac(String secret, String text) {
        return HexFormat.of()
                .formatHex(Hmac.sum(secret.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
    }
}
