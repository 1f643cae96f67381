package vn.tungnha.identity.web;

import jakarta.validation.constraints.NotBlank;

/** Choosing a password. Nothing of it is ever sent back. */
record PasswordForm(
        @NotBlank(message = "{identity.password.present.blank}")
        String present,

        @NotBlank(message = "{identity.password.blank}") String password,

        @NotBlank(message = "{identity.password.repeat.blank}")
        String repeat) {

    static PasswordForm empty() {
        return new PasswordForm("", "", "");
    }

    boolean repeats() {
        return password.equals(repeat);
    }
}
