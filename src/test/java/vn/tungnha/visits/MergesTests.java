package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.tungnha.SharedApplication;
import vn.tungnha.households.Households;
import vn.tungnha.households.MergeCommand;
import vn.tungnha.households.RegisterMerges;
import vn.tungnha.households.Stay;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Two entries of one person or household become one and two again, with visits before, between and after. */
@SharedApplication
class MergesTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RegisterMerges merges;

    @Autowired
    private Visits visits;

    @Autowired
    private Households households;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    private FieldFixture field;
    private UUID other;
    private UUID twin;

    @BeforeEach
    void layOutAWard() {
        field = FieldFixture.in(jdbc);
        other = field.anotherHousehold("K112/14A");
        twin = resident("Nguyễn Văn Sáu", other);
    }

    @Test
    void countsAnAccountOfBothOnceAndGivesBackExactlyWhatWas() {
        visits.record(field.aVisit().activating(field.adult, "E_ID_L2").command(), field.leader());
        visits.record(at(other).activating(twin, "E_ID_L2").command(), field.leader());
        Map<String, Long> drift = drift();
        List<Map<String, Object>> before = everything();
        assertThat(newlyActivated()).isEqualTo(2);

        UUID merge = merge(twin, field.adult);

        assertThat(newlyActivated()).isEqualTo(1);
        assertThat(drift()).isEqualTo(drift);
        assertThat(jdbc.sql("select count(*) from activation where resident_id = ?")
                        .param(field.adult)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(households.resident(twin, field.officer()).id()).isEqualTo(field.adult);

        merges.part(merge, field.officer());

        assertThat(drift()).isEqualTo(drift);
        assertThat(everything()).isEqualTo(before);
        assertThat(newlyActivated()).isEqualTo(2);
    }

    @Test
    void booksWhatAPhoneSendsLaterForTheOneMergedAwayToTheOneKeptAndReturnsItWhenParted() {
        UUID merge = merge(twin, field.adult);
        UUID house = mergeHouseholds(other, field.household);
        Phone phone = new Phone(mvc, logins, field.leaderAccount);
        VisitCommand late = at(other).activating(twin, "E_ID_L2").command();

        assertThat(phone.sends(late)).hasStatus(HttpStatus.CREATED);
        assertThat(phone.sends(late)).as("the same again").hasStatus(HttpStatus.OK);

        assertThat(row("select household_id, told_household from visit where id = ?", late.id()))
                .containsEntry("household_id", field.household)
                .containsEntry("told_household", other);
        assertThat(row("select resident_id, told_as from activation where visit_id = ?", late.id()))
                .containsEntry("resident_id", field.adult)
                .containsEntry("told_as", twin);

        merges.part(house, field.officer());
        merges.part(merge, field.officer());

        assertThat(row("select household_id, told_household from visit where id = ?", late.id()))
                .containsEntry("household_id", other)
                .containsEntry("told_household", null);
        assertThat(row("select resident_id, told_as from activation where visit_id = ?", late.id()))
                .containsEntry("resident_id", twin);
    }

    @Test
    void keepsWhatWasToldOfTheOneMergedAwayWhenTheVisitIsCorrectedInBetween() {
        VisitCommand told = at(other).activating(twin, "E_ID_L2").command();
        visits.record(told, field.leader());
        UUID house = mergeHouseholds(other, field.household);
        UUID merge = merge(twin, field.adult);
        VisitCommand onThePage = field.aVisit()
                .id(told.id())
                .activating(field.adult, "E_ID_L2")
                .note("sửa")
                .command();
        visits.correct(told.id(), new Correction(UUID.randomUUID(), 1, "ghi thiếu", onThePage), field.leader());

        merges.part(merge, field.officer());
        merges.part(house, field.officer());

        assertThat(row("select resident_id from activation where visit_id = ?", told.id()))
                .containsEntry("resident_id", twin);
        assertThat(row("select household_id from visit where id = ?", told.id()))
                .containsEntry("household_id", other);
        assertThat(jdbc.sql("select body::text from visit_version where visit_id = ? and version = 2")
                        .param(told.id())
                        .query(String.class)
                        .single())
                .contains(twin.toString())
                .doesNotContain(field.adult.toString());
    }

    @Test
    void keepsChangesMadeSinceOnTheSideTheyWereMadeOn() {
        UUID merge = merges.mergeResidents(
                new MergeCommand(
                        twin, 0, field.adult, 0, Set.of(MergeCommand.Field.NAME, MergeCommand.Field.BIRTH_YEAR), null),
                field.officer());
        jdbc.sql("update resident set birth_year = 1950 where id = ?")
                .param(field.adult)
                .update();

        merges.part(merge, field.officer());

        assertThat(row("select name, birth_year from resident where id = ?", field.adult))
                .containsEntry("name", "Nguyễn Văn Sáu")
                .containsEntry("birth_year", 1950);
    }

    @Test
    void fillsOnlyDaysOnWhichTheOneKeptLivedNowhere() {
        jdbc.sql("update residence set valid_to = '2025-06-30', end_reason = 'LEFT' where resident_id = ?")
                .param(field.adult)
                .update();
        jdbc.sql("update resident set status = 'LEFT' where id = ?")
                .param(field.adult)
                .update();
        List<Map<String, Object>> before = everything();

        UUID merge = merge(twin, field.adult);

        assertThat(jdbc.sql(
                                "select household_id::text || ' ' || valid_from || ' ' || valid_to from residence where resident_id = ? order by valid_from")
                        .param(field.adult)
                        .query(String.class)
                        .list())
                .containsExactly(field.household + " 2024-01-01 2025-06-30", other + " 2025-07-01 9999-12-31");
        assertThat(row("select status, household_id from resident where id = ?", field.adult))
                .containsEntry("status", "PRESENT")
                .containsEntry("household_id", other);
        merges.part(merge, field.officer());
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsStaleOutsideOrOutOfOrder() {
        assertThatThrownBy(() -> merges.mergeResidents(
                        new MergeCommand(twin, 3, field.adult, 0, Set.of(), null), field.officer()))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> merges.mergeResidents(
                        new MergeCommand(twin, 0, field.adult, 0, Set.of(), null), field.stranger()))
                .isInstanceOf(OutOfScope.class);
        UUID first = merge(twin, field.adult);
        UUID third = resident("Nguyễn Sáu", other);
        merge(third, field.adult);

        assertThatThrownBy(() -> merges.part(first, field.officer())).isInstanceOf(RuleBroken.class);
    }

    @Test
    void tellsTheTrailOfBoth() {
        merge(twin, field.adult);

        for (UUID one : List.of(twin, field.adult)) {
            assertThat(jdbc.sql("select count(*) from audit_entry where action = 'resident.merged' and subject_id = ?")
                            .param(one.toString())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    /** Any order of merging, parting, visits, corrections, withdrawals and moves: counters equal the recount at every step. */
    @ParameterizedTest
    @ValueSource(longs = {3, 11, 20261122})
    void countsLikeARecountWhateverIsMergedAndParted(long seed) {
        Random random = new Random(seed);
        List<UUID> people = new ArrayList<>(List.of(field.adult, field.elder, twin));
        people.add(resident("Lê Lài", other));
        people.add(resident("Lê Thị Lài", field.household));
        List<UUID> homes = List.of(field.household, other, field.anotherHousehold("K112/15"));
        Map<String, Long> drift = drift();
        List<UUID> done = new ArrayList<>();
        int merged = 0;
        List<VisitCommand> told = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            UUID one = people.get(random.nextInt(people.size()));
            UUID two = people.get(random.nextInt(people.size()));
            UUID home = homes.get(random.nextInt(homes.size()));
            try {
                switch (random.nextInt(8)) {
                    case 0, 1 -> {
                        done.add(merge(one, two));
                        merged++;
                    }
                    case 2 -> done.add(mergeHouseholds(home, homes.get(random.nextInt(homes.size()))));
                    case 3 -> {
                        if (!done.isEmpty()) {
                            merges.part(done.get(done.size() - 1), field.officer());
                            done.remove(done.size() - 1);
                        }
                    }
                    case 4 -> {
                        if (!told.isEmpty()) {
                            visits.withdraw(
                                    told.get(random.nextInt(told.size())).id(), "nhầm", field.leader());
                        }
                    }
                    case 5 -> {
                        var who = households.resident(one, field.officer());
                        households.move(
                                who.id(),
                                who.version(),
                                home,
                                Stay.PERMANENT,
                                LocalDate.now().minusDays(random.nextInt(90)),
                                field.officer());
                    }
                    default -> {
                        VisitCommand visit = at(home).activating(one, "E_ID_L2")
                                .activating(
                                        two.equals(one)
                                                ? people.get(0).equals(one) ? people.get(1) : people.get(0)
                                                : two,
                                        "E_ID_L2")
                                .command();
                        visits.record(visit, field.officer());
                        told.add(visit);
                    }
                }
            } catch (RuleBroken | Stale | OutOfScope | vn.tungnha.shared.NotFound refused) {
                assertThat(refused).as("refused, and nothing changed").isNotNull();
            }
            assertThat(drift()).as("step %d of %d", step, seed).isEqualTo(drift);
        }
        for (int i = done.size() - 1; i >= 0; i--) {
            merges.part(done.get(i), field.officer());
            assertThat(drift()).isEqualTo(drift);
        }
        assertThat(merged).isPositive();
        assertThat(told).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from activation where resident_id <> told_as and told_as = any(?)")
                        .param(people.toArray(UUID[]::new))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from resident where id = any(?) and status = 'MERGED'")
                        .param(people.toArray(UUID[]::new))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private FieldFixture.VisitBuilder at(UUID household) {
        return field.aVisit().atHousehold(household);
    }

    private UUID merge(UUID gone, UUID kept) {
        return merges.mergeResidents(
                new MergeCommand(
                        gone, version("resident", gone), kept, version("resident", kept), Set.of(), "một người"),
                field.officer());
    }

    private UUID mergeHouseholds(UUID gone, UUID kept) {
        return merges.mergeHouseholds(
                new MergeCommand(gone, version("household", gone), kept, version("household", kept), Set.of(), null),
                field.officer());
    }

    private int version(String table, UUID id) {
        return jdbc.sql("select version from " + table + " where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private UUID resident(String name, UUID household) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into resident (id, version, household_id, name, birth_year, householder, status, created_at)
                        values (?, 0, ?, ?, 1986, false, 'PRESENT', now())""").params(id, household, name).update();
        jdbc.sql(
                        "insert into residence (resident_id, household_id, stay, valid_from) values (?, ?, 'PERMANENT', '2024-02-01')")
                .params(id, household)
                .update();
        return id;
    }

    private long newlyActivated() {
        return jdbc.sql("""
                        select coalesce(max(n), 0) from (
                            select sum(f.amount) as n from figure_daily f join measure m on m.id = f.measure_id
                            where f.unit_id = ? and m.basis = 'ACTIVATIONS' and m.account_type = 'E_ID_L2' group by m.id) x""").param(field.village).query(Long.class).single();
    }

    /** What the counters of the village differ from a recount by: the fixture's own rows, and never anything else. */
    private Map<String, Long> drift() {
        Map<String, Long> drift = new java.util.TreeMap<>();
        jdbc.sql("""
                        with recount as (
                            select c.measure_id, c.grain, c.day, sum(c.amount) as amount
                            from contributions_of(
                                (select array_agg(id) from household where village_id = :village),
                                (select array_agg(r.id) from resident r join household h on h.id = r.household_id where h.village_id = :village),
                                array[cast(:team as bigint)]) c
                            where c.unit_id = :village group by 1, 2, 3)
                        select coalesce(f.measure_id, r.measure_id) || ' ' || coalesce(f.grain, r.grain) || ' ' || coalesce(f.day, r.day) as what,
                               coalesce(f.amount, 0) - coalesce(r.amount, 0) as off
                        from (select * from figure_daily where unit_id = :village) f
                        full join recount r on r.measure_id = f.measure_id and r.grain = f.grain and r.day = f.day
                        where coalesce(f.amount, 0) <> coalesce(r.amount, 0)""").param("village", field.village).param("team", field.team).query(row -> {
            drift.put(row.getString("what"), row.getLong("off"));
        });
        return drift;
    }

    /** Every row of the village's people but for their versions. */
    private List<Map<String, Object>> everything() {
        return jdbc.sql("""
                        with who as (select r.* from resident r join household h on h.id = r.household_id where h.village_id = :village)
                        select (to_jsonb(w) - 'version')::text as row from who w
                        union all select (to_jsonb(s) - 'id')::text from residence s join who w on w.id = s.resident_id
                        union all select to_jsonb(a)::text from activation a join who w on w.id = a.resident_id
                        union all select to_jsonb(g)::text from visit_guided g join who w on w.id = g.resident_id
                        union all select (to_jsonb(h) - 'version')::text from household h where h.village_id = :village
                        order by 1""").param("village", field.village).query().listOfRows();
    }

    private Map<String, Object> row(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query().singleRow();
    }
}
