package vn.tungnha.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by its bearer token; one that is unknown leaves it anonymous. */
@RequiredArgsConstructor
public class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String KEY = "X-Api-Key";

    private final ApiTokens tokens;

    public static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /** Spreadsheets keep Authorization for themselves; they can send any other header. */
    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(KEY)).map(String::strip);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request).or(() -> key(request)).flatMap(tokens::bearer).ifPresent(bearer -> {
            SignedInAccount account = bearer.account();
            var authentication =
                    UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
            authentication.setDetails(bearer.grant());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
