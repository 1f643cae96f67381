package vn.tungnha.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card to hand to somebody, with the code that is readable only now.
 *
 * @param username as it is kept, E.164 for a telephone number
 * @param place team the account works for
 */
public record LoginCard(
        UUID accountId,
        String name,
        String username,
        @Nullable String place,
        String code,
        Instant expiresAt) implements Serializable {

    private static final long serialVersionUID = 1L;
}
