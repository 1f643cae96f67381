package vn.tungnha.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the account of a session anew on every request: a role taken away, an account closed or a password changed
 * elsewhere counts at once, not at the next login.
 */
@RequiredArgsConstructor
public class FreshAccountFilter extends OncePerRequestFilter {

    private final Logins logins;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before != null && before.getPrincipal() instanceof SignedInAccount known) {
            Optional<SignedInAccount> now =
                    logins.current(known.id()).filter(account -> account.passwordStamp() == known.passwordStamp());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            now.ifPresentOrElse(
                    account -> context.setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities())),
                    () -> end(request));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
