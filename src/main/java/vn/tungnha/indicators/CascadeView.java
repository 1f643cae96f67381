package vn.tungnha.indicators;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A handing down that was not undone. */
public record CascadeView(
        UUID id,
        int given,
        @Nullable String by,
        Instant at,
        @Nullable String reason) {}
