package vn.tungnha.identity.login;

import org.springframework.security.access.AccessDeniedException;

/** The owner may do this, the token may not: told plainly, as it is the caller's own token. */
public class TokenTooNarrow extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    public TokenTooNarrow() {
        super("the token has no scope for this");
    }
}
