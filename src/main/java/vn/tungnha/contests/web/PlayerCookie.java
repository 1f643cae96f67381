package vn.tungnha.contests.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.tungnha.contests.PlayerDevices;

/** The cookie by which contests know a browser again; it goes nowhere else and means nothing to anybody else. */
@Component
@RequiredArgsConstructor
class PlayerCookie {

    static final String NAME = "thi";

    private static final Duration KEPT = Duration.ofDays(60);

    private final PlayerDevices devices;

    Optional<String> device(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .flatMap(value -> devices.known(value).stream())
                        .findFirst();
    }

    /** Given with the page and not with the form: a form sent twice comes from one browser. */
    String deviceOrFresh(HttpServletRequest request, HttpServletResponse response) {
        return device(request).orElseGet(() -> {
            String fresh = devices.fresh();
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(NAME, fresh)
                            .path("/public/contests")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .maxAge(KEPT)
                            .build()
                            .toString());
            return devices.known(fresh).orElseThrow();
        });
    }
}
