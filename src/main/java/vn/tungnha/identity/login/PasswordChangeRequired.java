package vn.tungnha.identity.login;

import org.springframework.security.access.AccessDeniedException;

/** The password is a temporary one: nothing may be done with it but choosing another. */
public class PasswordChangeRequired extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    public PasswordChangeRequired() {
        super("the temporary password must be changed first");
    }
}
