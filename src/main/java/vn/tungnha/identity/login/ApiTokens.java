package vn.tungnha.identity.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens by which programs call the API for a person; only their hash is kept. */
@Component
@RequiredArgsConstructor
public class ApiTokens {

    static final Duration LIFE = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Logins logins;

    /** A token as shown once to the one who asked for it. */
    public record Issued(String token, Instant expiresAt) {}

    public Issued issue(UUID account) {
        String token = Secrets.random();
        Instant now = clock.instant();
        Instant expires = now.plus(LIFE);
        jdbc.sql("""
                        insert into api_token (id, account_id, token_hash, created_at, expires_at)
                        values (:id, :account, :hash, :now, :expires)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account)
                .param("hash", Secrets.hash(token))
                .param("now", Logins.stamp(now))
                .param("expires", Logins.stamp(expires))
                .update();
        return new Issued(token, expires);
    }

    public void revoke(String token) {
        jdbc.sql("update api_token set revoked_at = :now where token_hash = :hash and revoked_at is null")
                .param("now", Logins.stamp(clock.instant()))
                .param("hash", Secrets.hash(token))
                .update();
    }

    public void revokeAll(UUID account) {
        jdbc.sql("update api_token set revoked_at = :now where account_id = :account and revoked_at is null")
                .param("now", Logins.stamp(clock.instant()))
                .param("account", account)
                .update();
    }

    Optional<SignedInAccount> bearer(String token) {
        return jdbc.sql("""
                        select account_id from api_token
                         where token_hash = :hash and revoked_at is null and expires_at > :now
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", Logins.stamp(clock.instant()))
                .query(UUID.class)
                .optional()
                .flatMap(logins::current);
    }
}
