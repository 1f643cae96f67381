package vn.tungnha.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.tungnha.gateway.Revision;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.identity.login.TokenGrant;
import vn.tungnha.shared.Days;

/**
 * Answers 304 before anything is reckoned when nothing at all has changed since. Who may read is part of the state: every
 * change of a role or place raises the revision, and what ends by its day ends with the day.
 */
@Component
@RequiredArgsConstructor
class UnchangedReads implements HandlerInterceptor {

    private final Revision revision;
    private final CurrentUsers users;
    private final Clock clock;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("GET") || users.now().isEmpty()) {
            return true;
        }
        Validator validator =
                Validator.of(reader(), revision.current(), Days.today(clock).toString(), request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        response.addHeader(HttpHeaders.VARY, "X-Api-Key");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (validator.sameState(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            response.setHeader(HttpHeaders.ETAG, request.getHeader(HttpHeaders.IF_NONE_MATCH));
            return false;
        }
        validator.keepIn(request);
        return true;
    }

    private String reader() {
        String scopes = TokenGrant.present()
                .map(TokenGrant::scopes)
                .map(it -> it.stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .orElse("*");
        return users.now().orElseThrow().accountId() + " " + scopes;
    }
}
