package vn.tungnha.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.LoginName;
import vn.tungnha.identity.login.RememberedDevices;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Accounts and what becomes of them; whoever changes one must look after it. */
@Service
@RequiredArgsConstructor
@Transactional
public class Accounts {

    static final String USERNAME = "[a-z0-9][a-z0-9._-]{2,39}";

    private final AccountRepository repository;
    private final Assignments assignments;
    private final Grants grants;
    private final PasswordEncoder encoder;
    private final RememberedDevices devices;
    private final ApiTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The part of an account that the trail keeps; never the password. */
    private record Trace(
            String username, String displayName, @Nullable String phone, boolean enabled) {

        static Trace of(Account account) {
            return new Trace(account.getUsername(), account.getDisplayName(), account.getPhone(), account.isEnabled());
        }
    }

    /** Roles that somebody may give to others. */
    public static Set<Role> mayGive(CurrentUser user) {
        return Grants.below(user);
    }

    public TemporaryPassword create(AccountCommand command, CurrentUser user) {
        String password = TemporaryPassword.random();
        Account account =
                opened(command, user, found -> found.giveTemporaryPassword(String.valueOf(encoder.encode(password))));
        return new TemporaryPassword(account.getId(), account.getUsername(), password);
    }

    /** An account that nobody can sign in with before its card is issued; see {@link LoginCards}. */
    public UUID createForCard(AccountCommand command, CurrentUser user) {
        return opened(command, user, Account::awaitCard).getId();
    }

    /** The wished name, or with the first number behind it that makes it free. */
    @Transactional(readOnly = true)
    public String freeUsername(String wished) {
        String name = wished.matches(USERNAME) ? wished : "to." + wished.replaceAll("[^a-z0-9]", "");
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> n == 1 ? name : name + "." + n)
                .filter(free -> !repository.existsByUsername(free))
                .findFirst()
                .orElseThrow();
    }

    private Account opened(AccountCommand command, CurrentUser user, Consumer<Account> secret) {
        Optional<String> phoneAsName = LoginName.phone(command.username());
        String username = LoginName.of(command.username());
        if (phoneAsName.isEmpty() && !username.matches(USERNAME)) {
            throw RuleBroken.at("username", "identity.account.username");
        }
        if (repository.existsByUsername(username)) {
            throw RuleBroken.at("username", "identity.account.taken");
        }
        Account account = new Account(username, user.accountId(), clock.instant());
        String phone =
                command.phone() == null || command.phone().isBlank() ? phoneAsName.orElse(null) : command.phone();
        describe(account, command.displayName(), command.title(), phone);
        secret.accept(account);
        repository.saveAndFlush(account);
        assignments.give(account.getId(), command.assignment(), user);
        publish("account.created", account, null, Trace.of(account));
        return account;
    }

    public void edit(
            UUID id,
            int version,
            String displayName,
            @Nullable String title,
            @Nullable String phone,
            CurrentUser user) {
        Account account = lookedAfter(id, user);
        if (account.getVersion() != version) {
            throw new Stale("account", id);
        }
        Trace before = Trace.of(account);
        describe(account, displayName, title, phone);
        repository.saveAndFlush(account);
        publish("account.edited", account, before, Trace.of(account));
    }

    public TemporaryPassword resetPassword(UUID id, CurrentUser user) {
        Account account = lookedAfter(id, user);
        String password = TemporaryPassword.random();
        account.giveTemporaryPassword(String.valueOf(encoder.encode(password)));
        signOutEverywhere(account);
        publish("account.password-reset", account, null, null);
        return new TemporaryPassword(id, account.getUsername(), password);
    }

    public void enable(UUID id, boolean mayLogIn, CurrentUser user) {
        Account account = lookedAfter(id, user);
        Trace before = Trace.of(account);
        account.enable(mayLogIn);
        repository.saveAndFlush(account);
        if (!mayLogIn) {
            signOutEverywhere(account);
        }
        publish(mayLogIn ? "account.enabled" : "account.disabled", account, before, Trace.of(account));
    }

    public void assign(UUID id, AssignmentCommand command, CurrentUser user) {
        assignments.give(lookedAfter(id, user).getId(), command, user);
    }

    /** The assignment ends with today: it is gone from tomorrow on. */
    public void endAssignment(UUID id, long assignment, CurrentUser user) {
        assignments.end(lookedAfter(id, user).getId(), assignment, Days.today(clock));
    }

    public void changeOwnPassword(String present, String chosen, CurrentUser user) {
        Account account = repository.findById(user.accountId()).orElseThrow();
        if (!encoder.matches(present, account.getPasswordHash())) {
            throw RuleBroken.at("present", "identity.password.present");
        }
        if (present.equals(chosen)) {
            throw RuleBroken.at("password", "identity.password.same");
        }
        if (Pin.looksLikeOne(chosen) && LoginCards.bearsCards(user)) {
            Pin.check("password", chosen, account.getPhone());
        } else {
            PasswordPolicy.check(chosen, account.getUsername());
        }
        account.choosePassword(String.valueOf(encoder.encode(chosen)));
        signOutEverywhere(account);
        publish("account.password-changed", account, null, null);
    }

    /** Devices and programs that remembered the account ask for the password again. */
    public void forgetDevices(CurrentUser user) {
        devices.forget(user.username());
        tokens.revokeAll(user.accountId());
    }

    private void describe(Account account, String displayName, @Nullable String title, @Nullable String phone) {
        account.describe(displayName.strip(), blankToNull(title), phone(account.getId(), phone));
    }

    private @Nullable String phone(UUID id, @Nullable String typed) {
        String given = blankToNull(typed);
        if (given == null) {
            return null;
        }
        String phone = LoginName.phone(given).orElseThrow(() -> RuleBroken.at("phone", "identity.account.phone"));
        if (repository.existsByPhoneAndIdNot(phone, id)) {
            throw RuleBroken.at("phone", "identity.account.phone-taken");
        }
        return phone;
    }

    private void signOutEverywhere(Account account) {
        devices.forget(account.getUsername());
        tokens.revokeAll(account.getId());
    }

    private Account lookedAfter(UUID id, CurrentUser user) {
        grants.requireLookedAfter(id, user);
        return repository.findById(id).orElseThrow(() -> new NotFound("account", id));
    }

    private void publish(String action, Account account, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(new Audited(action, "account", account.getId().toString(), null, before, after, null));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
