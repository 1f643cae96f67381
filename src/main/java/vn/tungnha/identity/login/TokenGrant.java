package vn.tungnha.identity.login;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.tungnha.identity.TokenScope;

/**
 * The token by which a request came in.
 *
 * @param scopes null = whatever its owner may do
 */
public record TokenGrant(UUID id, @Nullable Set<TokenScope> scopes) {

    /** Empty for pages, and where a name and a password were given. */
    public static Optional<TokenGrant> present() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof TokenGrant grant
                ? Optional.of(grant)
                : Optional.empty();
    }

    /** @throws TokenTooNarrow when the present request came in by a token that has none of these scopes */
    public static void require(TokenScope... any) {
        present().filter(grant -> !grant.opens(any)).ifPresent(grant -> {
            throw new TokenTooNarrow();
        });
    }

    public boolean opens(TokenScope... any) {
        return scopes == null || Arrays.stream(any).anyMatch(scopes::contains);
    }

    /** A key that may do nothing but fetch the feed. */
    public boolean onlyFeed() {
        return scopes != null && scopes.equals(Set.of(TokenScope.FEED));
    }
}
