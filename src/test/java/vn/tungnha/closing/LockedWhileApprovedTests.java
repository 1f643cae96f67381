package vn.tungnha.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.ChatGroup;
import vn.tungnha.teams.Decision;
import vn.tungnha.teams.TeamCommand;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.changes.ChangePlan;
import vn.tungnha.units.changes.ChangePlan.Kind;
import vn.tungnha.units.changes.ChangePlan.Part;
import vn.tungnha.units.changes.UnitReforms;

/** A village goes to another ward from a day of last month, approved at the very moment its ward locks that month. */
@SharedApplication
class LockedWhileApprovedTests {

    @Autowired
    private TestUnits units;

    @Autowired
    private Teams teams;

    @Autowired
    private UnitReforms reforms;

    @Autowired
    private PeriodLocks locks;

    @Autowired
    private ReportCalendar calendar;

    @Autowired
    private JdbcClient jdbc;

    @RepeatedTest(4)
    void locksTheOldOrTheNewOrderAndNothingBetween() throws Exception {
        TestUnits.Tree tree = units.tree();
        ReportPeriod month = calendar.of(Period.month(YearMonth.now(Days.ZONE).minusMonths(1)), tree.commune());
        CurrentUser officer = somebody(Role.PROVINCE_OFFICER, tree.province());
        CurrentUser approver = somebody(Role.PROVINCE_OFFICER, tree.province());
        CurrentUser chairman = somebody(Role.WARD_LEADER, tree.commune());
        for (long village : tree.villages().get(0)) {
            teams.create(team(village), somebody(Role.WARD_OFFICER, tree.commune()));
        }
        LocalDate effective = month.first().plusDays(4);
        long change = reforms.draft(
                new ChangePlan(
                        Kind.MOVE,
                        UnitLevel.VILLAGE,
                        effective,
                        List.of(tree.village()),
                        List.of(Part.into(tree.communes().get(1))),
                        false),
                "12/NQ-HĐND",
                null,
                "",
                officer);
        reforms.propose(change, 0, officer);

        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        Future<Boolean> approved = hands.submit(atOnce(start, () -> reforms.approve(change, 1, approver)));
        Future<Boolean> locked =
                hands.submit(atOnce(start, () -> locks.lock(tree.commune(), month, 0, null, chairman)));
        hands.shutdown();

        assertThat(locked.get(60, TimeUnit.SECONDS)).isTrue();
        BigDecimal teamsThen = BigDecimal.valueOf(approved.get(60, TimeUnit.SECONDS) ? 2 : 3);
        LockedLine line = locks
                .compare(
                        tree.commune(),
                        month,
                        locks.latestOf(Set.of(tree.commune()), month).get(tree.commune()),
                        chairman)
                .stream()
                .filter(it -> it.indicator().equals("TEAMS"))
                .findFirst()
                .orElseThrow();
        assertThat(line.locked().value()).isEqualByComparingTo(teamsThen);
        assertThat(line.now().value()).isEqualByComparingTo(teamsThen);
    }

    /** Answers false where the other was first and a rule forbids it now. */
    private static Callable<Boolean> atOnce(CyclicBarrier start, Runnable act) {
        return () -> {
            start.await(30, TimeUnit.SECONDS);
            try {
                act.run();
                return true;
            } catch (RuleBroken tooLate) {
                assertThat(tooLate.getMessage()).contains("units.change.error.closed");
                return false;
            }
        };
    }

    private CurrentUser somebody(Role role, long unit) {
        TestAccounts accounts = new TestAccounts(jdbc);
        UUID account = accounts.account(role + "-" + UUID.randomUUID(), role, unit);
        Scope scope = new Scope(false, Set.of(unit), Set.of(unit), Set.of(), Set.of());
        return new CurrentUser(account, account.toString(), "Bà Hoa", Set.of(role), scope);
    }

    private static TeamCommand team(long village) {
        return new TeamCommand(
                "Tổ " + village,
                null,
                "CNSCD",
                village,
                Set.of(),
                null,
                Decision.UNKNOWN,
                null,
                null,
                ChatGroup.NONE,
                LocalDate.of(2024, 1, 1));
    }
}
