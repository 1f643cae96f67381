package vn.tungnha.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.login.LoginName;
import vn.tungnha.identity.login.Secrets;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Lets the first person in: a one-time link, printed at the start of an empty system, makes the first administrator. */
@Service
@RequiredArgsConstructor
@Transactional
public class FirstAdministrator {

    private static final Duration LIFE = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final Clock clock;

    public boolean isMissing() {
        return !jdbc.sql("select exists (select from account where password_hash is not null)")
                .query(Boolean.class)
                .single();
    }

    /** The secret of a fresh link; older links die. */
    public String link() {
        UUID account = waiting();
        String secret = Secrets.random();
        jdbc.sql("delete from setup_link").update();
        jdbc.sql("insert into setup_link (token_hash, account_id, expires_at) values (:hash, :account, :expires)")
                .param("hash", Secrets.hash(secret))
                .param("account", account)
                .param("expires", now().plus(LIFE))
                .update();
        return secret;
    }

    /** @throws NotFound when the link is unknown, used or too old */
    public void requireAlive(String secret) {
        account(secret, "select account_id from setup_link");
    }

    public void setUp(String secret, String username, String displayName, String password) {
        UUID id = account(secret, "select account_id from setup_link");
        String name = LoginName.of(username);
        if (LoginName.phone(username).isEmpty() && !name.matches(Accounts.USERNAME)) {
            throw RuleBroken.at("username", "identity.account.username");
        }
        PasswordPolicy.check(password, name);
        Account account = accounts.findById(id).orElseThrow();
        account.rename(name);
        account.describe(displayName.strip(), null, LoginName.phone(username).orElse(null));
        account.choosePassword(String.valueOf(encoder.encode(password)));
        account.enable(true);
        accounts.saveAndFlush(account);
        account(secret, "update setup_link set used_at = :now");
        jdbc.sql("insert into assignment (account_id, role) values (?, 'ADMIN')")
                .param(id)
                .update();
    }

    private UUID account(String secret, String verb) {
        String returning = verb.startsWith("update") ? " returning account_id" : "";
        return jdbc.sql(verb + " where token_hash = :hash and used_at is null and expires_at > :now" + returning)
                .param("hash", Secrets.hash(secret))
                .param("now", now())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("setup link", "given"));
    }

    /** The account that waits for its owner; it cannot log in before the link is used. */
    private UUID waiting() {
        return jdbc.sql("select id from account where password_hash is null and not enabled")
                .query(UUID.class)
                .optional()
                .orElseGet(() -> {
                    Account account = new Account("first-administrator", null, clock.instant());
                    account.describe(account.getUsername(), null, null);
                    account.enable(false);
                    return accounts.saveAndFlush(account).getId();
                });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
