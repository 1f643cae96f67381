package vn.tungnha.identity.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.login.Logins.Login;
import vn.tungnha.shared.Audited;

/**
 * Checks a name and a password, by form or by HTTP Basic, and keeps count of failures. The only provider bean: naming it in
 * a chain as well would have every failure counted twice.
 */
@Component
public class PasswordSignIn implements AuthenticationProvider {

    private final Logins logins;
    private final Attempts attempts;
    private final Guesses guesses;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final String nobody;

    PasswordSignIn(
            Logins logins,
            Attempts attempts,
            Guesses guesses,
            PasswordEncoder encoder,
            ApplicationEventPublisher events) {
        this.logins = logins;
        this.attempts = attempts;
        this.guesses = guesses;
        this.encoder = encoder;
        this.events = events;
        this.nobody = String.valueOf(encoder.encode("nobody"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String address = address(request);
        if (guesses.tooMany(address)) {
            throw new TooManyGuesses();
        }
        String name = LoginName.of(request.getName());
        String password = String.valueOf(request.getCredentials());
        Optional<Login> login = logins.named(name);
        if (login.isPresent() && attempts.isLocked(login.get().lockedUntil())) {
            throw new TooManyAttempts();
        }
        // a stranger's password is hashed as well: the time taken must not tell who exists
        String hash = login.map(Login::passwordHash).orElse(nobody);
        boolean right = encoder.matches(password, hash) && login.isPresent();
        if (!right) {
            guesses.failed(address);
            throw refusal(name, login);
        }
        return admit(login.get(), request);
    }

    private static @Nullable String address(Authentication request) {
        return request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
    }

    private Authentication admit(Login login, Authentication request) {
        SignedInAccount account = login.account();
        if (!login.enabled()) {
            throw new DisabledException(account.username());
        }
        attempts.succeeded(account.id());
        UsernamePasswordAuthenticationToken admitted =
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        admitted.setDetails(request.getDetails());
        return admitted;
    }

    private RuntimeException refusal(String name, Optional<Login> login) {
        Attempts.Count count =
                login.map(known -> attempts.failed(known.account().id())).orElseGet(() -> attempts.failed(name));
        login.ifPresent(known -> events.publishEvent(new Audited(
                count.left() == 0 ? "account.locked-out" : "account.login-failed",
                "account",
                known.account().id().toString(),
                null,
                null,
                null,
                null)));
        return count.left() == 0 ? new TooManyAttempts() : new WrongPassword(count.left());
    }
}
