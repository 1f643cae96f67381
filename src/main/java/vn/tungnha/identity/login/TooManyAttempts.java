package vn.tungnha.identity.login;

import org.springframework.security.authentication.LockedException;

/** Too many wrong passwords in a row: the name is locked for a quarter of an hour. */
public class TooManyAttempts extends LockedException {

    private static final long serialVersionUID = 1L;

    TooManyAttempts() {
        super("too many wrong passwords");
    }
}
