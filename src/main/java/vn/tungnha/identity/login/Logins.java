package vn.tungnha.identity.login;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;

/** Reads an account as the sign-in needs it: its secret, its state, its roles of today. */
@Component
@RequiredArgsConstructor
public class Logins {

    private static final String SELECT = """
            select a.id, a.username, a.display_name, a.password_hash, a.must_change_password, a.enabled,
                   a.locked_until,
                   array(select distinct s.role from assignment s
                         where s.account_id = a.id and :today between s.valid_from and s.valid_to) as roles,
                   (select coalesce(t.name, v.full_name)
                      from assignment s left join team t on t.id = s.team_id
                      left join unit_version v on v.unit_id = s.unit_id
                     where s.account_id = a.id and :today between s.valid_from and s.valid_to
                     order by s.id desc, v.valid_to desc limit 1) as place_name
              from account a
             where """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** One account as sign-in sees it. */
    record Login(
            SignedInAccount account,
            @Nullable String passwordHash,
            boolean enabled,
            @Nullable Instant lockedUntil) {}

    /** By username or E.164 phone number. */
    Optional<Login> named(String name) {
        return jdbc.sql(SELECT + " lower(a.username) = :name or a.phone = :name")
                .param("name", name)
                .param("today", Days.today(clock))
                .query((row, index) -> login(row))
                .optional();
    }

    /** The account as it is now; empty when it may no longer sign in. */
    public Optional<SignedInAccount> current(UUID id) {
        return jdbc.sql(SELECT + " a.id = :id and a.enabled")
                .param("id", id)
                .param("today", Days.today(clock))
                .query((row, index) -> login(row).account())
                .optional();
    }

    /** The account of a remembered device; empty when it may no longer sign in. */
    Optional<SignedInAccount> enabled(String username) {
        return named(username).filter(Login::enabled).map(Login::account);
    }

    private Login login(ResultSet row) throws SQLException {
        String hash = row.getString("password_hash");
        OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
        SignedInAccount account = new SignedInAccount(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                roles(row.getArray("roles")),
                row.getString("place_name"),
                row.getBoolean("must_change_password"),
                hash == null ? 0 : hash.hashCode());
        return new Login(account, hash, row.getBoolean("enabled"), locked == null ? null : locked.toInstant());
    }

    private static Set<Role> roles(Array codes) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : (String[]) codes.getArray()) {
            roles.add(Role.valueOf(code));
        }
        return Set.copyOf(roles);
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
