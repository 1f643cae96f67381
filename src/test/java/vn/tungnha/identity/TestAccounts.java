package vn.tungnha.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;

/** Puts accounts and assignments straight into the tables, and signs requests in as them. */
public record TestAccounts(JdbcClient jdbc) {

    public static final String PASSWORD = "Mat-khau-thu-1";

    /** {@link #PASSWORD}, hashed with few rounds to keep tests quick. */
    private static final String HASH =
            "{bcrypt}" + new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(4).encode(PASSWORD);

    public UUID account(String username) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into account (id, version, username, display_name, password_hash, must_change_password,
                                             enabled, created_at)
                        values (?, 0, ?, ?, ?, false, true, ?)
                        """)
                .params(id, username, "Người thử " + username, HASH, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    public UUID account(String username, Role role, @Nullable Long unit) {
        UUID id = account(username);
        assign(id, role, unit, null, Days.SINCE_EVER, Days.FOREVER);
        return id;
    }

    public void assign(
            UUID account, Role role, @Nullable Long unit, @Nullable Long team, LocalDate from, LocalDate to) {
        jdbc.sql("""
                        insert into assignment (account_id, role, unit_id, team_id, valid_from, valid_to)
                        values (?, ?, ?, ?, ?, ?)
                        """).params(account, role.name(), unit, team, from, to).update();
    }

    /** For {@code SecurityMockMvcRequestPostProcessors.authentication}: the same principal a real login gives. */
    public static Authentication signedIn(Logins logins, UUID account) {
        var principal = logins.current(account).orElseThrow();
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }
}
