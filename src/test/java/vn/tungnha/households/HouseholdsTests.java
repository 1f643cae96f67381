package vn.tungnha.households;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.TestUnits;

@SharedApplication
@RecordApplicationEvents
class HouseholdsTests {

    private static final Paging PAGE = new Paging(0, 20);

    @Autowired
    private Households households;

    @Autowired
    private TestUnits units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEvents events;

    private TestUnits.Tree tree;
    private CurrentUser officer;

    @BeforeEach
    void plant() {
        tree = units.tree();
        officer = user(Role.WARD_OFFICER, Set.of(tree.commune()));
    }

    @Test
    void keepsAHouseholdSentTwiceOnce() {
        HouseholdCommand command = aHousehold(lai());

        HouseholdView first = households.create(command, officer);
        HouseholdView again = households.create(command, officer);

        assertThat(again).isEqualTo(first);
        assertThat(again.residents()).hasSize(1);
        assertThat(households.placements(first.id(), officer))
                .containsExactly(new Placement(village(0), "Tổ 1", Days.SINCE_EVER, Days.FOREVER));
    }

    @Test
    void showsNothingToAnotherWardOrTheProvince() {
        HouseholdView household = households.create(aHousehold(lai()), officer);
        CurrentUser neighbour = user(Role.WARD_OFFICER, Set.of(tree.communes().get(1)));
        CurrentUser province = new CurrentUser(
                officer.accountId(),
                "x",
                "X",
                Set.of(Role.PROVINCE_OFFICER),
                new Scope(false, Set.of(tree.province()), Set.of(), Set.of(), Set.of()));

        assertThatThrownBy(() -> households.get(household.id(), neighbour)).isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> households.get(household.id(), province)).isInstanceOf(OutOfScope.class);
        assertThat(households.list(HouseholdQuery.all(today()), province, PAGE).items())
                .isEmpty();
        assertThat(households.list(HouseholdQuery.all(today()), officer, PAGE).total())
                .isEqualTo(1);
    }

    @Test
    void rejectsAStaleVersion() {
        HouseholdView household = households.create(aHousehold(lai()), officer);
        households.edit(household.id(), 0, edited(household, "K112/16"), officer);

        assertThatThrownBy(() -> households.edit(household.id(), 0, edited(household, "K112/18"), officer))
                .isInstanceOf(Stale.class);
        assertThat(households.get(household.id(), officer).number()).isEqualTo("K112/16");
    }

    @Test
    void splitsThePlacementsOnABackDatedMove() {
        UUID id = households.create(aHousehold(lai()), officer).id();
        LocalDate second = LocalDate.of(2025, 7, 1);
        LocalDate backDated = LocalDate.of(2024, 3, 1);
        int version = households.move(id, 0, village(2), second, officer).version();

        HouseholdView now = households.move(id, version, village(1), backDated, officer);

        assertThat(households.placements(id, officer))
                .containsExactly(
                        new Placement(village(2), "Tổ 3", second, Days.FOREVER),
                        new Placement(village(1), "Tổ 2", backDated, second.minusDays(1)),
                        new Placement(village(0), "Tổ 1", Days.SINCE_EVER, backDated.minusDays(1)));
        assertThat(now.villageId()).isEqualTo(village(2));
    }

    @Test
    void asksForThePartWhereTheVillageWasSplitAfterTheDayOfAMove() {
        LocalDate split = LocalDate.of(2025, 7, 1);
        long part = units.village(tree.commune(), 41, split);
        units.split(split, village(1), village(2), part);
        UUID id = households.create(aHousehold(lai()), officer).id();

        assertThatThrownBy(() -> households.move(id, 0, village(1), split.minusDays(1), officer))
                .isInstanceOfSatisfying(RuleBroken.class, refused -> {
                    assertThat(refused.getField()).isEqualTo("village");
                    assertThat(refused.getKey()).isEqualTo("households.error.village-split");
                });
        assertThat(households.move(id, 0, part, split, officer).villageId()).isEqualTo(part);
    }

    @Test
    void joinsPlacementsOfTheSameVillage() {
        UUID id = households.create(aHousehold(lai()), officer).id();
        int version = households
                .move(id, 0, village(1), LocalDate.of(2025, 7, 1), officer)
                .version();
        households.move(id, version, village(1), LocalDate.of(2024, 3, 1), officer);

        assertThat(households.placements(id, officer))
                .containsExactly(
                        new Placement(village(1), "Tổ 2", LocalDate.of(2024, 3, 1), Days.FOREVER),
                        new Placement(village(0), "Tổ 1", Days.SINCE_EVER, LocalDate.of(2024, 2, 29)));
    }

    @Test
    void staysWhereItIsUntilTheDayOfAFutureMove() {
        UUID id = households.create(aHousehold(lai()), officer).id();

        HouseholdView now = households.move(id, 0, village(1), today().plusDays(10), officer);

        assertThat(now.villageId()).isEqualTo(village(0));
        assertThat(households.placements(id, officer)).hasSize(2);
    }

    @Test
    void movesAResidentWithoutTouchingTheDaysBefore() {
        UUID from = households.create(aHousehold(lai()), officer).id();
        UUID into = households
                .create(aHousehold(ResidentCommand.named(UUID.randomUUID(), "Trần Văn Ba", 1960)), officer)
                .id();
        ResidentView lai = households.get(from, officer).residents().get(0);

        households.move(lai.id(), lai.version(), into, Stay.TEMPORARY, today(), officer);

        assertThat(households.get(from, officer).residents()).isEmpty();
        assertThat(households.get(into, officer).residents())
                .extracting(ResidentView::name)
                .containsExactly("Trần Văn Ba", "Lê Thị Lài");
        assertThat(households.formerResidents(from, officer))
                .extracting(ResidentView::until)
                .containsExactly(today().minusDays(1));
    }

    @Test
    void marksWhoLeftOrDied() {
        UUID id = households.create(aHousehold(lai()), officer).id();
        ResidentView lai = households.get(id, officer).residents().get(0);

        households.die(lai.id(), lai.version(), today(), officer);

        ResidentView gone = households.resident(lai.id(), officer);
        assertThat(gone.status()).isEqualTo(ResidentStatus.DECEASED);
        assertThat(gone.until()).isEqualTo(today());
        assertThatThrownBy(() -> households.leave(lai.id(), gone.version(), today(), officer))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void splitsAndJoinsHouseholdsByMovingPeople() {
        ResidentCommand son = ResidentCommand.named(UUID.randomUUID(), "Lê Minh Tâm", 1990);
        HouseholdView parents = households.create(aHousehold(lai(), son), officer);
        HouseholdCommand own = aHousehold();

        HouseholdView founded =
                households.split(parents.id(), 0, new SplitCommand(own, Set.of(son.id()), today()), officer);
        assertThat(founded.householder()).isEqualTo("Lê Minh Tâm");
        assertThat(households.get(parents.id(), officer).residents()).hasSize(1);

        jdbc.sql("update household set registered_on = registered_on - 30").update();
        HouseholdView together = households.join(parents.id(), 0, founded.id(), today(), officer);
        assertThat(together.residents()).hasSize(2);
        assertThat(households.get(parents.id(), officer).status()).isEqualTo(HouseholdStatus.ENDED);
    }

    @Test
    void endsAHouseholdWithThoseWhoLiveInIt() {
        UUID id = households.create(aHousehold(lai()), officer).id();

        households.end(id, 0, today(), "chuyển đi nơi khác", officer);

        assertThat(households.get(id, officer).status()).isEqualTo(HouseholdStatus.ENDED);
        assertThat(households.resident(lai.id(), officer).status()).isEqualTo(ResidentStatus.LEFT);
    }

    @Test
    void hasOneHouseholder() {
        HouseholdView household = households.create(aHousehold(lai()), officer);
        households.add(
                household.id(),
                ResidentCommand.named(UUID.randomUUID(), "Lê Minh Tâm", 1990).asHouseholder(),
                officer);

        assertThat(households.get(household.id(), officer).residents())
                .filteredOn(ResidentView::householder)
                .extracting(ResidentView::name)
                .containsExactly("Lê Minh Tâm");
    }

    @Test
    void findsHouseholdsInWalkingOrderWithoutDiacritics() {
        households.create(numbered("K112/14"), officer);
        households.create(numbered("K112/2"), officer);
        HouseholdView lai = households.create(aHousehold(lai()), officer);

        assertThat(households.list(HouseholdQuery.all(today()), officer, PAGE).items())
                .extracting(HouseholdRow::number)
                .containsExactly("K112/2", "K112/14", "K112/14");
        HouseholdQuery byName = new HouseholdQuery(tree.commune(), Set.of(), null, "thi lai", today());
        assertThat(households.list(byName, officer, PAGE).items())
                .extracting(HouseholdRow::id)
                .containsExactly(lai.id());
    }

    @Test
    void keepsPhoneNumbersOutOfTheTrail() {
        HouseholdView household = households.create(aHousehold(lai()), officer);

        assertThat(households.phones(household.id(), officer).get(lai.id())).isEqualTo("0905123112");
        assertThat(household.residents().get(0).phoneLast3()).isEqualTo("112");
        assertThat(events.stream(Audited.class)).isNotEmpty();
        assertThat(events.stream(Audited.class))
                .noneMatch(entry -> entry.toString().contains("0905123112"));
    }

    @Test
    void keepsCitizenNumbersOnlyWhereTheWardSwitchedThemOn() {
        ResidentCommand command = new ResidentCommand(
                UUID.randomUUID(), "Trần Văn Ba", 1960, null, true, null, null, "048060000123", Stay.PERMANENT, null);
        assertThatThrownBy(() -> households.create(aHousehold(command), officer))
                .isInstanceOf(RuleBroken.class);

        jdbc.sql("insert into household_ward_setting (commune_id, citizen_numbers) values (:ward, true)")
                .param("ward", tree.commune())
                .update();
        households.create(aHousehold(command), officer);
        assertThat(households.resident(command.id(), officer).citizenLast4()).isEqualTo("0123");
    }

    @Test
    void booksEveryChangeIntoTheCounters() {
        UUID id = households.create(aHousehold(lai()), officer).id();
        assertThat(booked("REGISTERED_HOUSEHOLDS", village(0))).isPositive();

        households.move(id, 0, village(1), LocalDate.of(2024, 3, 1), officer);

        assertThat(booked("REGISTERED_HOUSEHOLDS", village(0))).isZero();
        assertThat(booked("REGISTERED_HOUSEHOLDS", village(1))).isPositive();
    }

    private long booked(String basis, long village) {
        return jdbc.sql("""
                        select coalesce(sum(f.amount), 0) from figure_daily f join measure m on m.id = f.measure_id
                        where m.basis = :basis and f.unit_id = :unit""")
                .param("basis", basis)
                .param("unit", village)
                .query(Long.class)
                .single();
    }

    private final ResidentCommand lai = new ResidentCommand(
            UUID.randomUUID(),
            "Lê Thị Lài",
            1961,
            Sex.FEMALE,
            true,
            true,
            "0905 123 112",
            null,
            Stay.PERMANENT,
            LocalDate.of(2024, 1, 15));

    private ResidentCommand lai() {
        return lai;
    }

    private HouseholdCommand aHousehold(ResidentCommand... residents) {
        return household(UUID.randomUUID(), "K112/14", residents);
    }

    private HouseholdCommand numbered(String number) {
        return household(UUID.randomUUID(), number);
    }

    private HouseholdCommand edited(HouseholdView household, String number) {
        return household(household.id(), number);
    }

    private HouseholdCommand household(UUID id, String number, ResidentCommand... residents) {
        return new HouseholdCommand(
                id,
                HouseholdKind.HOUSEHOLD,
                village(0),
                "Kiệt 112 Hải Phòng",
                number,
                null,
                1,
                null,
                List.of(residents));
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private long village(int n) {
        return tree.villages().get(0).get(n);
    }

    private CurrentUser user(Role role, Set<Long> roots) {
        UUID account = new TestAccounts(jdbc).account(UUID.randomUUID().toString());
        return new CurrentUser(
                account, "x", "Bà Thu", Set.of(role), new Scope(false, roots, roots, Set.of(), Set.of()));
    }
}
