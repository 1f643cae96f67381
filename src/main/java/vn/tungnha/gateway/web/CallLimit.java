package vn.tungnha.gateway.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.tungnha.gateway.Allowances;
import vn.tungnha.identity.login.TokenGrant;
import vn.tungnha.shared.TungNhaProperties;

/** Holds back a token that calls more often than it may. */
@Component
@RequiredArgsConstructor
class CallLimit implements HandlerInterceptor {

    private final Allowances allowances;
    private final TungNhaProperties properties;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            TokenGrant.present().ifPresent(grant -> count(grant, response));
        }
        return true;
    }

    private void count(TokenGrant grant, HttpServletResponse response) {
        TungNhaProperties.Api api = properties.api();
        int perMinute = grant.onlyFeed() ? api.feedCallsPerMinute() : api.callsPerMinute();
        Allowances.Allowance allowance = allowances.take(grant.id(), perMinute);
        response.setHeader("RateLimit-Limit", String.valueOf(perMinute));
        response.setHeader("RateLimit-Remaining", String.valueOf(allowance.left()));
        if (!allowance.granted()) {
            throw new TooManyCalls(allowance.pause());
        }
    }
}
