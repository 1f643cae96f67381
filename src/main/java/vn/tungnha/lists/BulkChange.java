package vn.tungnha.lists;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value set for one row or many.
 *
 * @param back the list as it was asked for
 * @param rows how many were changed
 */
public record BulkChange(
        UUID id,
        String list,
        String edit,
        String value,
        String back,
        Instant madeAt,
        @Nullable Instant undoneAt,
        int rows) {}
