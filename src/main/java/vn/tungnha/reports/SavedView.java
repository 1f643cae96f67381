package vn.tungnha.reports;

import org.jspecify.annotations.Nullable;

/**
 * A dashboard with a name.
 *
 * @param address path and query within the application
 * @param own whether the reader made it and may change it
 * @param sharedWith name of the unit whose people see it too; null where the owner alone does
 * @param owner who made it
 */
public record SavedView(
        long id,
        String name,
        String address,
        boolean own,
        @Nullable String sharedWith,
        String owner) {}
