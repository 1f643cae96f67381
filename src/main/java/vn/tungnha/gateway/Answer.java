package vn.tungnha.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt to tell.
 *
 * @param status of the receiver's answer; null when there was none
 * @param problem kind of failure, never the receiver's words
 */
record Answer(@Nullable Integer status, @Nullable String problem, int millis) {

    boolean arrived() {
        return status != null && status >= 200 && status < 300;
    }
}
