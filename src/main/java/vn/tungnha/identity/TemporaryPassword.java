package vn.tungnha.identity;

import java.security.SecureRandom;
import java.util.UUID;

/** A password that is shown once, to be read out or written down, and must be changed at first use. */
public record TemporaryPassword(UUID accountId, String username, String password) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    static String random() {
        StringBuilder text = new StringBuilder();
        for (int place = 0; place < 12; place++) {
            if (place % 4 == 0 && place > 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
