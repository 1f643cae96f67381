package vn.tungnha.gateway.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Answered with 429 and when to come again. */
class TooManyCalls extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    TooManyCalls(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS);
        getHeaders()
                .set(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
    }
}
