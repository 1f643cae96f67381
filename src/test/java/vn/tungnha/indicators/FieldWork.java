package vn.tungnha.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import vn.tungnha.households.Households;
import vn.tungnha.households.Stay;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.TestUnits;
import vn.tungnha.visits.Correction;
import vn.tungnha.visits.CountCommand;
import vn.tungnha.visits.DeskCommand;
import vn.tungnha.visits.Desks;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.Result;
import vn.tungnha.visits.VisitCommand;
import vn.tungnha.visits.Visits;

/** Two wards with teams, households and people, in which steps are carried out through the doors everybody uses. */
@TestComponent
class FieldWork {

    static final LocalDate START = LocalDate.of(2025, 1, 1);
    static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    static final LocalDate END = LocalDate.of(2025, 12, 31);

    private final JdbcClient jdbc;
    private final TestUnits units;
    private final Counters counters;
    private final Visits visits;
    private final Desks desks;
    private final Households register;
    private final AtomicInteger carriedOut = new AtomicInteger();
    private final List<UUID> counted = new CopyOnWriteArrayList<>();
    private final List<UUID> logged = new CopyOnWriteArrayList<>();
    private final List<UUID> households = new ArrayList<>();
    private final List<UUID> residents = new ArrayList<>();
    private final List<Long> teams = new ArrayList<>();
    private CurrentUser user;
    private TestUnits.Tree tree;

    FieldWork(JdbcClient jdbc, TestUnits units, Counters counters, Visits visits, Desks desks, Households register) {
        this.jdbc = jdbc;
        this.units = units;
        this.counters = counters;
        this.visits = visits;
        this.desks = desks;
        this.register = register;
    }

    void begin() {
        jdbc.sql("truncate visit, household, resident, team, unit cascade").update();
        List.of(logged, counted, households, residents, teams).forEach(List::clear);
        carriedOut.set(0);
        UUID account = new TestAccounts(jdbc).account("u" + UUID.randomUUID());
        user = new CurrentUser(
                account,
                "officer",
                "Cán bộ",
                Set.of(Role.ADMIN),
                new Scope(true, Set.of(), Set.of(), Set.of(), Set.of()));
        tree = units.tree();
        RawLog log = new RawLog(jdbc);
        villages().forEach(village -> teams.add(log.team(village, START)));
        for (int i = 0; i < 8; i++) {
            UUID household = UUID.randomUUID();
            households.add(household);
            log.household(household, villages().get(i % villages().size()), START);
            for (int j = 0; j < 2; j++) {
                UUID resident = UUID.randomUUID();
                residents.add(resident);
                log.resident(resident, household, 1960 + 7 * i, START);
            }
        }
        counters.refill();
    }

    TestUnits.Tree tree() {
        return tree;
    }

    List<Long> villages() {
        return tree.villages().stream().flatMap(List::stream).toList();
    }

    /** How many steps no rule forbade. */
    int carriedOut() {
        return carriedOut.get();
    }

    long merge() {
        return units.mergeIntoNew(
                MERGER,
                "Phường mới",
                tree.district(),
                tree.communes().get(0),
                tree.communes().get(1));
    }

    /** A step the rules forbid, or that somebody else was quicker with, changes nothing. Whatever else goes wrong is a fault. */
    void take(Step step) {
        try {
            switch (step.kind()) {
                case VISIT -> {
                    UUID id = UUID.randomUUID();
                    visits.record(visit(id, step, null), user);
                    logged.add(id);
                }
                case CORRECT ->
                    onLogged(
                            step,
                            id -> visits.correct(
                                    id,
                                    new Correction(UUID.randomUUID(), version(id), "ghi nhầm", visit(id, step, null)),
                                    user));
                case WITHDRAW -> onLogged(step, id -> visits.withdraw(id, "ghi nhầm hộ", user));
                case MEET_AT_DESK -> {
                    UUID id = UUID.randomUUID();
                    DeskCommand desk = desk(step);
                    desks.meet(visit(id, step, desk.id()), desk, user);
                    logged.add(id);
                }
                case COUNT_AT_DESK -> {
                    UUID id = UUID.randomUUID();
                    DeskCommand desk = desk(step);
                    Map<String, Integer> turns = Map.of("E_ID", 1 + step.flavour() % 7, "OTHER", 2);
                    desks.count(new CountCommand(id, desk.id(), desk.teamId(), desk.startedAt(), turns), desk, user);
                    counted.add(id);
                }
                case UNCOUNT -> {
                    List<UUID> now = List.copyOf(counted);
                    if (!now.isEmpty()) {
                        desks.withdraw(now.get(step.flavour() % now.size()), user);
                    }
                }
                case MOVE_HOUSEHOLD -> {
                    UUID id = households.get(step.household());
                    long village = villages().get(step.place());
                    register.move(id, register.get(id, user).version(), village, day(step), user);
                }
                case MOVE_RESIDENT -> {
                    UUID id = residents.get(step.resident());
                    UUID household = households.get(step.household());
                    int version = register.resident(id, user).version();
                    register.move(id, version, household, Stay.PERMANENT, day(step), user);
                }
                case LEAVE -> {
                    UUID id = residents.get(step.resident());
                    register.leave(id, register.resident(id, user).version(), day(step), user);
                }
                case JOIN_HOUSEHOLDS -> {
                    UUID id = households.get(step.household());
                    UUID into = households.get(step.place());
                    register.join(id, register.get(id, user).version(), into, day(step), user);
                }
                case END_HOUSEHOLD -> {
                    UUID id = households.get(step.household());
                    register.end(id, register.get(id, user).version(), day(step), "nhà bị giải tỏa", user);
                }
            }
            carriedOut.incrementAndGet();
        } catch (RuleBroken | Stale | ObjectOptimisticLockingFailureException refused) {
            // the next step goes on from what is there
        }
    }

    private void onLogged(Step step, java.util.function.Consumer<UUID> change) {
        List<UUID> now = List.copyOf(logged);
        if (!now.isEmpty()) {
            change.accept(now.get(step.flavour() % now.size()));
        }
    }

    private DeskCommand desk(Step step) {
        return new DeskCommand(UUID.randomUUID(), teams.get(step.place()), "Chợ", null, null, noon(step));
    }

    /** Whoever comes to a desk is met there, so a step's flavour decides about the others only. */
    private VisitCommand visit(UUID id, Step step, UUID desk) {
        boolean met = desk != null || step.flavour() % 4 != 0;
        UUID resident = residents.get(step.household() * 2 + step.resident() % 2);
        Result result = Result.values()[step.flavour() % Result.values().length];
        return new VisitCommand(
                id,
                households.get(step.household()),
                teams.get(step.place()),
                List.of(),
                noon(step),
                met ? Outcome.MET : Outcome.ABSENT,
                List.of(),
                met ? List.of(resident) : List.of(),
                met ? step.flavour() % 3 : 0,
                met ? List.of(new VisitCommand.Activation(resident, "E_ID_L2", result, null)) : List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                desk);
    }

    private int version(UUID visit) {
        return jdbc.sql("select version from visit where id = :id")
                .param("id", visit)
                .query(Integer.class)
                .single();
    }

    private static Instant noon(Step step) {
        return day(step).atTime(LocalTime.NOON).atZone(Days.ZONE).toInstant();
    }

    private static LocalDate day(Step step) {
        return START.plusDays(step.day());
    }
}
