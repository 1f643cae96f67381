package vn.tungnha.door;

import org.jspecify.annotations.Nullable;

/**
 * Where a ward's people reach somebody.
 *
 * @param hours when, in words
 * @param dailyMost requests taken a day without login
 */
public record WardContact(
        int version,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String hours,
        int dailyMost) {

    public static final int USUAL_MOST = 60;

    static final WardContact NONE = new WardContact(-1, null, null, null, USUAL_MOST);
}
