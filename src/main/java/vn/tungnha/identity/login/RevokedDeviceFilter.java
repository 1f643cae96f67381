package vn.tungnha.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.tungnha.identity.Devices;

/**
 * Ends the session of a device that was cut off for everything but what it may still do: hear that it was, send what it
 * has, sign out.
 */
@RequiredArgsConstructor
public class RevokedDeviceFilter extends OncePerRequestFilter {

    private final Devices devices;
    private final RequestMatcher stillOpen;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInAccount account) {
            Set<UUID> named = SessionDevices.of(request);
            if (devices.isRevoked(account.id(), named) && !stillOpen.matches(request)) {
                SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
            }
        }
        chain.doFilter(request, response);
    }
}
