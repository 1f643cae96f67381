package vn.tungnha.identity;

import org.jspecify.annotations.Nullable;

/** What to look for among accounts: part of a name, a username or a number; a role. */
public record AccountQuery(String text, @Nullable Role role) {}
