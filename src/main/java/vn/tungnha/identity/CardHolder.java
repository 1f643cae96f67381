package vn.tungnha.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose card it is, as the card's page greets them. */
public record CardHolder(
        UUID accountId,
        String name,
        String username,
        @Nullable String place) {}
