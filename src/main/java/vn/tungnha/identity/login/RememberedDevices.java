package vn.tungnha.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Keeps a device signed in for 30 days after its last use. One row per device, revocable alone; the secret is kept as a
 * hash and does not rotate, because a phone that opens several tabs at once would look like a thief.
 */
@Component
public class RememberedDevices extends AbstractRememberMeServices {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    RememberedDevices(JdbcClient jdbc, Clock clock, Logins logins) {
        // the key signs nothing here: the secret in the cookie is compared with the table
        super(Secrets.random(), username -> logins.enabled(username)
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(username)));
        this.jdbc = jdbc;
        this.clock = clock;
        setTokenValiditySeconds((int) KEPT.toSeconds());
    }

    /** When the devices of an account were last used, latest first. */
    public List<LocalDateTime> lastUsed(String username) {
        return jdbc.sql("select last_used from persistent_logins where username = ? order by last_used desc")
                .param(username)
                .query(LocalDateTime.class)
                .list();
    }

    /** Of the login that this browser remembers. */
    public Optional<String> series(HttpServletRequest request) {
        return Optional.ofNullable(extractRememberMeCookie(request)).flatMap(this::series);
    }

    public void forgetSeries(String series) {
        jdbc.sql("delete from persistent_logins where series = ?").param(series).update();
    }

    public void forget(String username) {
        jdbc.sql("delete from persistent_logins where username = ?")
                .param(username)
                .update();
    }

    @Override
    protected void onLoginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        String series = Secrets.random();
        String secret = Secrets.random();
        jdbc.sql("insert into persistent_logins (username, series, token, last_used) values (?, ?, ?, ?)")
                .params(authentication.getName(), series, hash(secret), now())
                .update();
        setCookie(new String[] {series, secret}, getTokenValiditySeconds(), request, response);
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        if (cookie.length != 2) {
            throw new InvalidCookieException("not a cookie of ours");
        }
        String username = jdbc.sql("""
                        update persistent_logins set last_used = :now
                         where series = :series and token = :hash and last_used > :oldest
                        returning username
                        """)
                .param("now", now())
                .param("series", cookie[0])
                .param("hash", hash(cookie[1]))
                .param("oldest", now().minus(KEPT))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RememberMeAuthenticationException("unknown device"));
        setCookie(cookie, getTokenValiditySeconds(), request, response);
        return getUserDetailsService().loadUserByUsername(username);
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        series(request).ifPresent(this::forgetSeries);
        super.logout(request, response, authentication);
    }

    private Optional<String> series(String cookie) {
        try {
            return Optional.of(decodeCookie(cookie)[0]);
        } catch (InvalidCookieException e) {
            logger.debug("no series: the cookie is not ours");
            return Optional.empty();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String hash(String secret) {
        return HexFormat.of().formatHex(Secrets.hash(secret));
    }
}
