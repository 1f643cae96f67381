package vn.tungnha.identity.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.identity.AccountCommand;
import vn.tungnha.identity.AssignmentCommand;
import vn.tungnha.identity.Role;

/** A new account. */
record AccountForm(
        @NotBlank(message = "{identity.account.displayName.blank}")
        @Size(max = 100, message = "{identity.account.long}")
        String displayName,

        @NotBlank(message = "{identity.account.username.blank}")
        String username,

        @Nullable @Size(max = 100, message = "{identity.account.long}")
        String title,

        @Nullable String phone,

        @Nullable @NotNull(message = "{identity.assignment.role.blank}")
        Role role,

        @Nullable String place,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate to) {

    AccountCommand command() {
        return new AccountCommand(
                username,
                displayName,
                title,
                phone,
                new AssignmentCommand(Objects.requireNonNull(role), place == null ? "" : place, from, to));
    }
}
