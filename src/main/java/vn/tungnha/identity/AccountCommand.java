package vn.tungnha.identity;

import org.jspecify.annotations.Nullable;

/** A new account with its first assignment. */
public record AccountCommand(
        String username,
        String displayName,
        @Nullable String title,
        @Nullable String phone,
        AssignmentCommand assignment) {}
