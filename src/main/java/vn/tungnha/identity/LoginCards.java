package vn.tungnha.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.RememberedDevices;
import vn.tungnha.identity.login.Secrets;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Lets members of teams in by a printed card: its code chooses a PIN, once; a new card ends the old one and the old PIN. */
@Service
@RequiredArgsConstructor
@Transactional
public class LoginCards {

    /** Time enough to hand out cards at the next two meetings. */
    public static final Duration LIFE = Duration.ofDays(21);

    /** On one order, so that a slip of the hand cannot lock a whole province out. */
    public static final int MOST = 1000;

    private static final Set<Role> BEARERS = Set.of(Role.TEAM_LEADER, Role.TEAM_MEMBER);

    /** Members of teams whom the caller looks after, who may sign in and never did. */
    private static final String NEVER_IN = """
            select a.id from account a
             where a.enabled and a.must_change_password and a.last_seen_at is null and %s
               and exists (select from assignment s where s.account_id = a.id and s.team_id is not null
                              and s.valid_to >= :today and s.valid_to >= s.valid_from)
             order by given_name_first(a.display_name), a.id
            """.formatted(Grants.LOOKED_AFTER);

    private final JdbcClient jdbc;
    private final AccountRepository repository;
    private final Assignments assignments;
    private final Grants grants;
    private final PasswordEncoder encoder;
    private final RememberedDevices devices;
    private final ApiTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Whether a card can be issued for an account: it is open and works for teams alone. */
    public static boolean mayBear(AccountView account) {
        return account.enabled()
                && !account.assignments().isEmpty()
                && account.assignments().stream().allMatch(duty -> BEARERS.contains(duty.role()));
    }

    /** Whether all that somebody may do is a team's work. */
    static boolean bearsCards(CurrentUser user) {
        return BEARERS.containsAll(user.roles());
    }

    /** Those who have an account but have not come in yet. */
    @Transactional(readOnly = true)
    public List<UUID> neverSignedIn(CurrentUser user) {
        return grants.bind(jdbc.sql(NEVER_IN), user).query(UUID.class).list();
    }

    /** Fresh cards in the order given; whoever has one may sign in only by it from now on. */
    public List<LoginCard> issue(Collection<UUID> accounts, CurrentUser user) {
        if (accounts.size() > MOST) {
            throw new RuleBroken("identity.card.many", MOST);
        }
        return accounts.stream().map(id -> issue(id, user)).toList();
    }

    /** @throws NotFound when there is no such card, or it was used, replaced or is too old */
    @Transactional(readOnly = true)
    public CardHolder holder(String code) {
        Account account = repository.findById(open(code)).orElseThrow();
        return new CardHolder(account.getId(), account.getDisplayName(), account.getUsername(), place(account.getId()));
    }

    /** The bearer has chosen: from now on name and PIN are enough. */
    public void use(String code, String pin) {
        Account account = repository.findById(open(code)).orElseThrow();
        Pin.check("pin", pin, account.getPhone());
        account.choosePassword(String.valueOf(encoder.encode(pin)));
        repository.saveAndFlush(account);
        jdbc.sql("update account set last_seen_at = :now where id = :id")
                .param("now", stamp(clock.instant()))
                .param("id", account.getId())
                .update();
        jdbc.sql("update login_card set used_at = :now where code_hash = :hash")
                .param("now", stamp(clock.instant()))
                .param("hash", Secrets.hash(plain(code)))
                .update();
        events.publishEvent(
                new Audited("account.card-used", "account", account.getId().toString(), null, null, null, null));
    }

    private LoginCard issue(UUID id, CurrentUser user) {
        grants.requireLookedAfter(id, user);
        Account account = repository.findById(id).orElseThrow(() -> new NotFound("account", id));
        if (!worksForATeamOnly(id)) {
            throw new RuleBroken("identity.card.teams-only", account.getDisplayName());
        }
        if (!account.isEnabled()) {
            throw new RuleBroken("identity.card.closed", account.getDisplayName());
        }
        account.awaitCard();
        repository.saveAndFlush(account);
        devices.forget(account.getUsername());
        tokens.revokeAll(id);
        Instant now = clock.instant();
        jdbc.sql(
                        "update login_card set withdrawn_at = :now where account_id = :id and used_at is null and withdrawn_at is null")
                .param("now", stamp(now))
                .param("id", id)
                .update();
        String code = TemporaryPassword.random();
        Instant expires = now.plus(LIFE);
        jdbc.sql("""
                        insert into login_card (id, account_id, code_hash, issued_at, issued_by, expires_at)
                        values (:card, :id, :hash, :now, :by, :expires)
                        """)
                .param("card", UUID.randomUUID())
                .param("id", id)
                .param("hash", Secrets.hash(plain(code)))
                .param("now", stamp(now))
                .param("by", user.accountId())
                .param("expires", stamp(expires))
                .update();
        events.publishEvent(new Audited("account.card-issued", "account", id.toString(), null, null, null, null));
        return new LoginCard(id, account.getDisplayName(), account.getUsername(), place(id), code, expires);
    }

    /** Whoever may do more than a team's work needs a password that nobody guesses. */
    private boolean worksForATeamOnly(UUID id) {
        List<AssignmentView> open = current(id);
        return !open.isEmpty() && open.stream().allMatch(duty -> BEARERS.contains(duty.role()));
    }

    private @Nullable String place(UUID id) {
        return current(id).stream()
                .map(AssignmentView::place)
                .flatMap(place -> Optional.ofNullable(place).stream())
                .findFirst()
                .orElse(null);
    }

    private List<AssignmentView> current(UUID id) {
        return assignments.of(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(duty -> !duty.validTo().isBefore(Days.today(clock)))
                .toList();
    }

    private UUID open(String code) {
        return jdbc.sql("""
                        select c.account_id from login_card c join account a on a.id = c.account_id
                         where c.code_hash = :hash and c.used_at is null and c.withdrawn_at is null
                           and c.expires_at > :now and a.enabled
                        """)
                .param("hash", Secrets.hash(plain(code)))
                .param("now", stamp(clock.instant()))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("login card", "given"));
    }

    /** As it counts, however it was typed. */
    private static String plain(String code) {
        return code.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
