package vn.tungnha.identity.login;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.TokenScope;

/** Tokens by which programs call the API for a person; only their hash is kept. */
@Component
@RequiredArgsConstructor
public class ApiTokens {

    static final Duration LIFE = Duration.ofHours(12);

    /** The last use is for people to read; to the minute is enough. */
    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Logins logins;

    /** A token as shown once to the one who asked for it. */
    public record Issued(String token, Instant expiresAt) {}

    /**
     * A token as its owner sees it later.
     *
     * @param scopes null = whatever its owner may do
     */
    public record Kept(
            UUID id,
            @Nullable String name,
            @Nullable Set<TokenScope> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** Whom a token stands for, and what it opens. */
    record Bearer(SignedInAccount account, TokenGrant grant) {}

    public Issued issue(UUID account) {
        return issue(UUID.randomUUID(), account, null, null, LIFE);
    }

    public Issued issue(UUID id, UUID account, @Nullable String name, @Nullable Set<TokenScope> scopes, Duration life) {
        String token = Secrets.random();
        Instant now = clock.instant();
        Instant expires = now.plus(life);
        jdbc.sql("""
                        insert into api_token (id, account_id, token_hash, name, scopes, created_at, expires_at)
                        values (:id, :account, :hash, :name, cast(:scopes as text[]), :now, :expires)
                        """)
                .param("id", id)
                .param("account", account)
                .param("hash", Secrets.hash(token))
                .param("name", name)
                .param("scopes", codes(scopes))
                .param("now", Logins.stamp(now))
                .param("expires", Logins.stamp(expires))
                .update();
        return new Issued(token, expires);
    }

    /** Those that still open something, the youngest first. */
    public List<Kept> of(UUID account) {
        return jdbc.sql("""
                        select id, name, scopes, created_at, expires_at, last_used_at from api_token
                         where account_id = :account and revoked_at is null and expires_at > :now
                         order by name is null, created_at desc
                        """)
                .param("account", account)
                .param("now", Logins.stamp(clock.instant()))
                .query((row, index) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        scopes(row),
                        moment(row, "created_at").orElseThrow(),
                        moment(row, "expires_at").orElseThrow(),
                        moment(row, "last_used_at").orElse(null)))
                .list();
    }

    public void revoke(String token) {
        jdbc.sql("update api_token set revoked_at = :now where token_hash = :hash and revoked_at is null")
                .param("now", Logins.stamp(clock.instant()))
                .param("hash", Secrets.hash(token))
                .update();
    }

    /** @return whether it was the account's, and still open */
    public boolean revoke(UUID id, UUID account) {
        return jdbc.sql("""
                        update api_token set revoked_at = :now
                         where id = :id and account_id = :account and revoked_at is null
                        """)
                        .param("now", Logins.stamp(clock.instant()))
                        .param("id", id)
                        .param("account", account)
                        .update()
                > 0;
    }

    public void revokeAll(UUID account) {
        jdbc.sql("update api_token set revoked_at = :now where account_id = :account and revoked_at is null")
                .param("now", Logins.stamp(clock.instant()))
                .param("account", account)
                .update();
    }

    Optional<Bearer> bearer(String token) {
        return jdbc.sql("""
                        select id, account_id, scopes, last_used_at from api_token
                         where token_hash = :hash and revoked_at is null and expires_at > :now
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", Logins.stamp(clock.instant()))
                .query((row, index) -> used(row))
                .optional()
                .flatMap(used -> logins.current(used.account())
                        .map(account -> new Bearer(account, new TokenGrant(used.id(), used.scopes()))));
    }

    private record Used(UUID id, UUID account, @Nullable Set<TokenScope> scopes) {}

    private Used used(ResultSet row) throws SQLException {
        Used used = new Used(row.getObject("id", UUID.class), row.getObject("account_id", UUID.class), scopes(row));
        Instant now = clock.instant();
        if (moment(row, "last_used_at")
                .filter(last -> last.plus(USE_NOTED).isAfter(now))
                .isEmpty()) {
            jdbc.sql("update api_token set last_used_at = :now where id = :id")
                    .param("now", Logins.stamp(now))
                    .param("id", used.id())
                    .update();
        }
        return used;
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable Set<TokenScope> scopes(ResultSet row) throws SQLException {
        Array codes = row.getArray("scopes");
        if (codes == null) {
            return null;
        }
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        for (String code : (String[]) codes.getArray()) {
            TokenScope.of(code).ifPresent(scopes::add);
        }
        return scopes;
    }

    private static String @Nullable [] codes(@Nullable Set<TokenScope> scopes) {
        return scopes == null ? null : scopes.stream().map(TokenScope::getCode).toArray(String[]::new);
    }
}
