package vn.tungnha.identity.login;

import org.springframework.security.authentication.LockedException;

/** Too many wrong passwords from one network address: it is not listened to for a quarter of an hour. */
public class TooManyGuesses extends LockedException {

    private static final long serialVersionUID = 1L;

    TooManyGuesses() {
        super("too many wrong passwords from one address");
    }
}
