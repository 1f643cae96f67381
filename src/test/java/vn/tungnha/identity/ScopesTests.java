package vn.tungnha.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.Days;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.TestUnits.Tree;

@SharedApplication
@Transactional
class ScopesTests {

    private static final LocalDate MERGED = LocalDate.of(2025, 1, 1);
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    private Scopes scopes;

    @Autowired
    private ScopeGuard guard;

    @Autowired
    private TestUnits units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestAccounts accounts;
    private Tree tree;

    @BeforeEach
    void plant() {
        accounts = new TestAccounts(jdbc);
        tree = units.tree();
    }

    @Test
    void letsAWardOfficerSeeThePeopleOfTheWardOnly() {
        Scope scope = scopes.of(account(Role.WARD_OFFICER, tree.commune()));

        assertThat(covers(scope, Data.PEOPLE, tree.village())).isTrue();
        assertThat(covers(scope, Data.PEOPLE, tree.communes().get(1))).isFalse();
        assertThat(covers(scope, Data.FIGURES, tree.district())).isFalse();
        assertThat(covers(scope, Data.FIGURES, tree.province())).isFalse();
    }

    @Test
    void letsTheProvinceSeeFiguresButNoPeople() {
        Scope scope = scopes.of(account(Role.PROVINCE_OFFICER, tree.province()));

        assertThat(covers(scope, Data.FIGURES, tree.village())).isTrue();
        assertThat(covers(scope, Data.PEOPLE, tree.village())).isFalse();
    }

    @Test
    void keepsTheOldVillagesAfterAMergerAndNeverGainsTheNewWard() {
        UUID account = account(Role.WARD_OFFICER, tree.commune());
        long merged = units.mergeIntoNew(
                MERGED,
                "Mới",
                tree.district(),
                tree.communes().get(0),
                tree.communes().get(1));

        Scope scope = scopes.of(account);

        assertThat(scope.people())
                .containsExactlyInAnyOrderElementsOf(tree.villages().get(0));
        assertThat(covers(scope, Data.PEOPLE, tree.village())).isTrue();
        assertThat(covers(scope, Data.PEOPLE, tree.villages().get(1).get(0))).isFalse();
        assertThat(covers(scope, Data.FIGURES, merged)).isFalse();
        assertThat(covers(scope, Data.FIGURES, tree.commune()))
                .as("past figures of the ended ward")
                .isTrue();
        assertThat(covers(scope, Data.FIGURES, tree.communes().get(1))).isFalse();
    }

    @Test
    void letsTheOfficerOfTheNewWardReadThePastOfWhatWentIntoIt() {
        long merged = units.mergeIntoNew(
                MERGED,
                "Mới",
                tree.district(),
                tree.communes().get(0),
                tree.communes().get(1));

        Scope scope = scopes.of(account(Role.WARD_OFFICER, merged));

        assertThat(covers(scope, Data.FIGURES, tree.commune())).isTrue();
        assertThat(covers(scope, Data.PEOPLE, tree.village())).isTrue();
    }

    @Test
    void addsUpSeveralAssignments() {
        UUID account = account(Role.WARD_OFFICER, tree.commune());
        accounts.assign(account, Role.LEADERSHIP_VIEWER, tree.communes().get(1), null, Days.SINCE_EVER, Days.FOREVER);

        Scope scope = scopes.of(account);

        assertThat(covers(scope, Data.FIGURES, tree.villages().get(1).get(0))).isTrue();
        assertThat(covers(scope, Data.PEOPLE, tree.villages().get(1).get(0))).isFalse();
        assertThat(covers(scope, Data.FIGURES, tree.district()))
                .as("all communes of the district are inside")
                .isTrue();
    }

    @Test
    void keepsEveryRoleAtItsOwnPlace() {
        UUID id = account(Role.WARD_OFFICER, tree.commune());
        accounts.assign(id, Role.LEADERSHIP_VIEWER, tree.province(), null, Days.SINCE_EVER, Days.FOREVER);
        long elsewhere = tree.villages().get(1).get(0);

        CurrentUser user = new CurrentUser(id, "x", "X", scopes.byRole(id));

        assertThat(user.scope()).isEqualTo(scopes.of(id));
        assertThat(covers(user.scope(), Data.FIGURES, elsewhere)).isTrue();
        assertThat(covers(user.as(Role.WARD_OFFICER).scope(), Data.FIGURES, elsewhere))
                .isFalse();
        assertThat(covers(user.as(Role.WARD_OFFICER, Role.ADMIN).scope(), Data.PEOPLE, tree.village()))
                .isTrue();
        assertThat(covers(user.as(Role.LEADERSHIP_VIEWER).scope(), Data.PEOPLE, tree.village()))
                .isFalse();
        assertThat(user.as(Role.WARD_OFFICER).has(Role.LEADERSHIP_VIEWER)).isFalse();
        assertThat(user.as(Role.ADMIN).roles()).isEmpty();
        assertThat(user.as(Role.ADMIN).scope().everything()).isFalse();
    }

    @Test
    void addsUpTheSameRoleAtSeveralPlaces() {
        UUID id = account(Role.WARD_OFFICER, tree.commune());
        accounts.assign(id, Role.WARD_OFFICER, tree.communes().get(1), null, Days.SINCE_EVER, Days.FOREVER);

        assertThat(scopes.byRole(id).get(Role.WARD_OFFICER).people())
                .containsExactlyInAnyOrder(tree.commune(), tree.communes().get(1));
    }

    @Test
    void countsAnAssignmentOnItsDaysOnly() {
        LocalDate today = Days.today(clock);
        UUID early = accounts.account("s" + NAMES.incrementAndGet());
        accounts.assign(early, Role.WARD_OFFICER, tree.commune(), null, today.plusDays(1), Days.FOREVER);
        UUID late = accounts.account("s" + NAMES.incrementAndGet());
        accounts.assign(late, Role.WARD_OFFICER, tree.commune(), null, Days.SINCE_EVER, today.minusDays(1));

        assertThat(scopes.of(early).figures()).isEmpty();
        assertThat(scopes.of(late).figures()).isEmpty();
        assertThat(covers(scopes.of(early), Data.FIGURES, tree.commune())).isFalse();
    }

    @Test
    void coversAnAreaWhoseCommunesAreAllInside() {
        long area = units.area(
                "KV", null, MERGED, tree.communes().get(0), tree.communes().get(1));
        UUID one = account(Role.WARD_OFFICER, tree.commune());
        UUID both = account(Role.WARD_OFFICER, tree.commune());
        accounts.assign(both, Role.WARD_OFFICER, tree.communes().get(1), null, Days.SINCE_EVER, Days.FOREVER);

        assertThat(covers(scopes.of(one), Data.FIGURES, area)).isFalse();
        assertThat(covers(scopes.of(both), Data.FIGURES, area)).isTrue();
        assertThat(covers(scopes.of(account(Role.DISTRICT_OFFICER, area)), Data.FIGURES, tree.village()))
                .isTrue();
    }

    @Test
    void givesAnAdministratorEverything() {
        Scope scope = scopes.of(account(Role.ADMIN, null));

        assertThat(scope.everything()).isTrue();
        assertThat(covers(scope, Data.PEOPLE, tree.village())).isTrue();
    }

    @Test
    void showsATeamOnlyItself() {
        Scope team = new Scope(false, Set.of(tree.village()), Set.of(tree.village()), Set.of(), Set.of(7L));
        Scope ward = scopes.of(account(Role.WARD_OFFICER, tree.commune()));
        Set<Long> villages = Set.of(tree.village());

        assertThat(guard.coversTeam(team, 7L, villages)).isTrue();
        assertThat(guard.coversTeam(ward, 8L, villages)).isTrue();
        assertThat(guard.coversTeam(ward, 8L, Set.of(tree.villages().get(1).get(0))))
                .isFalse();
    }

    private UUID account(Role role, Long unit) {
        return accounts.account("s" + NAMES.incrementAndGet(), role, unit);
    }

    private boolean covers(Scope scope, Data data, long unit) {
        return guard.covers(scope, data, unit);
    }
}
