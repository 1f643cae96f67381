package vn.tungnha.identity.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.identity.AssignmentCommand;
import vn.tungnha.identity.Role;

/** One more role at a place. */
record AssignmentForm(
        @Nullable @NotNull(message = "{identity.assignment.role.blank}")
        Role role,

        @Nullable String place,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate to) {

    AssignmentCommand command() {
        return new AssignmentCommand(Objects.requireNonNull(role), place == null ? "" : place, from, to);
    }
}
