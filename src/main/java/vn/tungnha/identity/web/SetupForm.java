package vn.tungnha.identity.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the first administrator chooses. */
record SetupForm(
        @NotBlank(message = "{identity.account.displayName.blank}")
        @Size(max = 100, message = "{identity.account.long}")
        String displayName,

        @NotBlank(message = "{identity.account.username.blank}")
        String username,

        @NotBlank(message = "{identity.password.blank}") String password,

        @NotBlank(message = "{identity.password.repeat.blank}")
        String repeat) {}
