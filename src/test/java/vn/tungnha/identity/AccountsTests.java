package vn.tungnha.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.TestUnits.Tree;

@SharedApplication
@Transactional
class AccountsTests {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountDirectory directory;

    @Autowired
    private Scopes scopes;

    @Autowired
    private Logins logins;

    @Autowired
    private TestUnits units;

    @Autowired
    private JdbcClient jdbc;

    private TestAccounts given;
    private Tree tree;

    @BeforeEach
    void plant() {
        given = new TestAccounts(jdbc);
        tree = units.tree();
    }

    @Test
    void letsTheProvinceMakeAWardOfficerByPhoneNumber() {
        CurrentUser province = user(Role.PROVINCE_OFFICER, tree.province());

        TemporaryPassword made =
                accounts.create(command("0905 333 444", "Lê Văn Bình", Role.WARD_OFFICER, tree.commune()), province);

        assertThat(made.username()).isEqualTo("+84905333444");
        assertThat(logins.current(made.accountId()).orElseThrow().mustChangePassword())
                .isTrue();
        assertThat(jdbc.sql("select password_hash from account where id = ?")
                        .param(made.accountId())
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}")
                .doesNotContain(made.password());
        assertThat(directory
                        .list(new AccountQuery("binh", null), province, new Paging(0, 10))
                        .items())
                .extracting(AccountRow::id)
                .containsExactly(made.accountId());
    }

    @Test
    void refusesARoleThatIsNotBelow() {
        CurrentUser province = user(Role.PROVINCE_OFFICER, tree.province());
        CurrentUser ward = user(Role.WARD_OFFICER, tree.commune());

        assertThatThrownBy(
                        () -> accounts.create(command("ai1", "Ai", Role.PROVINCE_OFFICER, tree.province()), province))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> accounts.create(command("ai2", "Ai", Role.WARD_OFFICER, tree.commune()), ward))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void refusesAPlaceOutsideOnesOwn() {
        CurrentUser province = user(Role.PROVINCE_OFFICER, tree.province());
        Tree elsewhere = units.tree();

        assertThatThrownBy(
                        () -> accounts.create(command("ai3", "Ai", Role.WARD_OFFICER, elsewhere.commune()), province))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void doesNotLetAViewersReachWidenAWardOfficersGrants() {
        CurrentUser both = user(Role.WARD_OFFICER, tree.commune());
        given.assign(both.accountId(), Role.LEADERSHIP_VIEWER, tree.province(), null, Days.SINCE_EVER, Days.FOREVER);
        UUID other = given.account(
                "o" + NAMES.incrementAndGet(),
                Role.WARD_OFFICER,
                tree.communes().get(1));

        assertThatThrownBy(() -> accounts.resetPassword(other, user(both.accountId())))
                .isInstanceOf(OutOfScope.class);
    }

    @Test
    void hidesAccountsOfOtherPlacesAndOfTheLevelAbove() {
        CurrentUser province = user(Role.PROVINCE_OFFICER, tree.province());
        UUID stranger = given.account(
                "x" + NAMES.incrementAndGet(), Role.WARD_OFFICER, units.tree().commune());
        UUID admin = given.account("x" + NAMES.incrementAndGet(), Role.ADMIN, null);
        UUID twoHats = given.account("x" + NAMES.incrementAndGet(), Role.WARD_OFFICER, tree.commune());
        given.assign(twoHats, Role.ADMIN, null, null, Days.SINCE_EVER, Days.FOREVER);

        for (UUID hidden : new UUID[] {stranger, admin, twoHats, province.accountId()}) {
            assertThatThrownBy(() -> accounts.resetPassword(hidden, province)).isInstanceOf(OutOfScope.class);
            assertThatThrownBy(() -> directory.get(hidden, province)).isInstanceOf(OutOfScope.class);
        }
        assertThat(directory
                        .list(new AccountQuery("", null), province, new Paging(0, 10))
                        .total())
                .isZero();
    }

    @Test
    void rejectsAStaleVersion() {
        CurrentUser admin = user(Role.ADMIN, null);
        UUID id = given.account("v" + NAMES.incrementAndGet(), Role.WARD_OFFICER, tree.commune());
        accounts.edit(id, 0, "Tên mới", null, null, admin);

        assertThatThrownBy(() -> accounts.edit(id, 0, "Tên khác", null, null, admin))
                .isInstanceOf(Stale.class);
    }

    @Test
    void refusesANameOrANumberThatIsTaken() {
        CurrentUser admin = user(Role.ADMIN, null);
        accounts.create(command("0905777888", "Một", Role.WARD_OFFICER, tree.commune()), admin);

        assertThatThrownBy(
                        () -> accounts.create(command("+84905777888", "Hai", Role.WARD_OFFICER, tree.commune()), admin))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getField())
                        .isEqualTo("username"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngan", "12345678", "Password1", "aaaaaaaab", "totruong33"})
    void refusesAWeakPassword(String weak) {
        assertThatThrownBy(() -> PasswordPolicy.check(weak, "totruong33")).isInstanceOf(RuleBroken.class);
    }

    private AccountCommand command(String username, String name, Role role, long unit) {
        String code = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(unit)
                .query(String.class)
                .single();
        return new AccountCommand(username, name, null, null, new AssignmentCommand(role, code, null, null));
    }

    private CurrentUser user(Role role, Long unit) {
        return user(given.account("u" + NAMES.incrementAndGet(), role, unit));
    }

    private CurrentUser user(UUID id) {
        var account = logins.current(id).orElseThrow();
        return new CurrentUser(id, account.username(), account.displayName(), scopes.byRole(id));
    }
}
