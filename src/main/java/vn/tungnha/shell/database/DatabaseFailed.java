package vn.tungnha.shell.database;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL could not be set up, started or reached; the message says what to do. */
class DatabaseFailed extends RuntimeException {

    DatabaseFailed(String message) {
        super(message);
    }

    DatabaseFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
