package vn.tungnha.identity.login;

import lombok.Getter;
import org.springframework.security.authentication.BadCredentialsException;

/** Name or password is wrong; {@link #getLeft()} more tries before the name is locked. */
@Getter
public class WrongPassword extends BadCredentialsException {

    private static final long serialVersionUID = 1L;

    private final int left;

    WrongPassword(int left) {
        super("wrong name or password");
        this.left = left;
    }
}
