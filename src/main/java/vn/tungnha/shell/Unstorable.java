package vn.tungnha.shell;

import java.sql.SQLException;

/** What no column can hold: a zero character, a day beyond the calendar, a number beyond its digits. */
final class Unstorable {

    /** Class of SQLSTATE codes: what was given makes no value, as ISO/IEC 9075 has it. */
    private static final String DATA_EXCEPTION = "22";

    private Unstorable() {}

    /** Whether the caller's data broke it, not the server. */
    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException told) {
                return told.getSQLState() != null && told.getSQLState().startsWith(DATA_EXCEPTION);
            }
        }
        return false;
    }
}
