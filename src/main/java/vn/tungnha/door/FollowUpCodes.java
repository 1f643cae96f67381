package vn.tungnha.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Seals;

/**
 * The code by which somebody asks what became of a request: 65 bits in 13 signs that cannot be taken for one another, as
 * they are read out over the telephone. It follows from the request's id and the installation's secret, so that a form sent
 * twice shows the same one; only its hash is stored.
 */
@Component
@RequiredArgsConstructor
class FollowUpCodes {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;
    private static final int BITS = 5;
    private static final int GROUP = 4;
    private static final Pattern BETWEEN = Pattern.compile("[\\s.–-]+");

    private final Seals seals;

    String of(UUID request) {
        byte[] sum = seals.sum("door-follow-up", request.toString());
        StringBuilder code = new StringBuilder(LENGTH);
        long bits = 0;
        int held = 0;
        int next = 0;
        while (code.length() < LENGTH) {
            if (held < BITS) {
                bits = bits << Byte.SIZE | sum[next++] & 0xff;
                held += Byte.SIZE;
            }
            held -= BITS;
            code.append(SIGNS.charAt((int) (bits >> held) & 31));
        }
        return code.toString();
    }

    /** ABCD-EFGH-JKMN-P, as it is shown. */
    static String shown(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** As it was typed: small letters, spaces, O for nought and I for one do not matter. Empty where it is none. */
    static Optional<String> read(String typed) {
        String code = BETWEEN.matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean known = code.length() == LENGTH && code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
        return known ? Optional.of(code) : Optional.empty();
    }

    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
