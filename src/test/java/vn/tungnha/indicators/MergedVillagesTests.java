package vn.tungnha.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.tungnha.DatabaseConfiguration;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.ClosedPeriods;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.UnitBreaks;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.ChangePlan;
import vn.tungnha.units.changes.ChangePlan.Founded;
import vn.tungnha.units.changes.ChangePlan.Part;
import vn.tungnha.units.changes.ChangePreview;
import vn.tungnha.units.changes.UnitReforms;

/** Two villages become one, and one becomes two: people, teams, figures and scopes go along, and come back. */
@SpringBootTest
@Import({
    DatabaseConfiguration.class,
    TestUnits.class,
    FieldWork.class,
    ReformSteps.class,
    MergedVillagesTests.Time.class
})
@ActiveProfiles("test")
@Tag("slow")
class MergedVillagesTests {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);
    private static final AtomicReference<ClosedPeriods.Closed> CLOSED = new AtomicReference<>();

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Clock stoppedClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return Days.ZONE;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return NOW.get();
                }
            };
        }

        @Bean
        @Primary
        ClosedPeriods closedPeriods() {
            return (since, units) -> Optional.ofNullable(CLOSED.get());
        }
    }

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FieldWork work;

    @Autowired
    private ReformSteps steps;

    @Autowired
    private UnitReforms reforms;

    @Autowired
    private Units units;

    @Autowired
    private UnitBreaks breaks;

    @Autowired
    private ScopeGuard guard;

    @Autowired
    private Figures figures;

    private long commune;
    private long first;
    private long second;

    @BeforeEach
    void begin() {
        NOW.set(Instant.parse("2026-11-22T03:00:00Z"));
        CLOSED.set(null);
        work.begin();
        steps.begin();
        commune = work.tree().communes().get(0);
        first = work.tree().villages().get(0).get(0);
        second = work.tree().villages().get(0).get(1);
        for (int i = 0; i < 30; i++) {
            work.take(new Step(Step.Kind.VISIT, i % 8, i % 16, i % 6, 2 * i, i));
        }
    }

    @Test
    void takesHouseholdsAndTeamsAlongAndBringsThemBack() {
        Map<String, List<String>> before = steps.rows();
        List<UUID> theirs = householdsOf(first, DAY);
        theirs.addAll(householdsOf(second, DAY));

        long id = steps.carryOut(merger(DAY));

        long merged = successor(first);
        assertThat(householdsOf(merged, DAY)).containsExactlyInAnyOrderElementsOf(theirs);
        assertThat(householdsOf(first, DAY)).isEmpty();
        assertThat(teamsOf(merged, DAY)).hasSize(2);
        assertThat(jdbc.sql("select distinct village_id from household where id = any(?)")
                        .param(theirs.toArray(UUID[]::new))
                        .query(Long.class)
                        .list())
                .containsExactly(merged);

        steps.undo(id);

        Map<String, List<String>> after = steps.rows();
        after.remove("unit");
        before.remove("unit");
        assertThat(after).isEqualTo(before);
        assertThat(householdsOf(first, DAY)).isNotEmpty();
    }

    @Test
    void flipsByItselfAtMidnightInVietNam() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        NOW.set(Instant.parse("2026-11-30T16:59:59Z"));
        steps.carryOut(merger(day));
        long merged = successor(first);
        Scope ward = new Scope(false, Set.of(commune), Set.of(commune), Set.of(), Set.of());

        assertThat(units.find(code(first), today())).isPresent();
        assertThat(units.find(code(merged), today())).isEmpty();
        assertThat(guard.covers(ward, Data.PEOPLE, merged)).isFalse();
        assertThat(visits(merged, Structure.on(today()))).isNull();

        NOW.set(Instant.parse("2026-11-30T17:00:00Z"));

        assertThat(units.find(code(first), today())).isEmpty();
        assertThat(units.find(code(merged), today())).isPresent();
        assertThat(guard.covers(ward, Data.PEOPLE, merged)).isTrue();
        assertThat(visits(merged, Structure.on(today())))
                .isEqualTo(visits(first, Structure.then()) + visits(second, Structure.then()));
    }

    @Test
    void needsASecondPerson() {
        long id = reforms.draft(merger(DAY), "", null, "", steps.officer());
        reforms.propose(id, 0, steps.officer());

        assertThatThrownBy(() -> reforms.approve(id, 1, steps.officer()))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getKey())
                        .isEqualTo("units.change.error.second-person"));
        assertThat(units.get(first, DAY).validTo()).isEqualTo(Days.FOREVER);
    }

    @Test
    void isNotUndoneUnderALaterChange() {
        long id = steps.carryOut(merger(DAY));
        long merged = successor(first);
        long third = work.tree().villages().get(0).get(2);
        steps.carryOut(
                ChangePlan.merge(UnitLevel.VILLAGE, DAY.plusMonths(2), List.of(merged, third), Part.into(third)));

        assertThatThrownBy(() -> steps.undo(id))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getKey())
                        .isEqualTo("units.change.error.changed-since"));
    }

    @Test
    void isNotUndoneOnceSomethingWasRecordedAtTheNewUnit() {
        long id = steps.carryOut(merger(DAY));
        new RawLog(jdbc).household(UUID.randomUUID(), successor(first), DAY);

        assertThatThrownBy(() -> steps.undo(id))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.getKey()).isEqualTo("units.change.error.in-use"));
    }

    @Test
    void leavesClosedPeriodsAlone() {
        long id = steps.carryOut(merger(DAY));
        ClosedPeriods.Closed july = new ClosedPeriods.Closed(DAY, LocalDate.of(2025, 7, 31));
        CLOSED.set(july);

        assertThatThrownBy(() -> steps.undo(id))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.getArguments())
                        .containsExactly(july.first(), july.last()));
    }

    @Test
    void weighsASplitByItsHouseholds() {
        ChangePlan plan = new ChangePlan(
                ChangePlan.Kind.SPLIT,
                UnitLevel.VILLAGE,
                DAY,
                List.of(first),
                List.of(
                        Part.found(village("Đông")).with(Set.of(), Set.of("K0")),
                        Part.found(village("Tây")).with(Set.of(), Set.of("K1"))),
                false);
        List<UUID> theirs = householdsOf(first, DAY);
        jdbc.sql("update household set alley = case when id = ? then 'K0' else 'K1' end")
                .param(theirs.get(0))
                .update();

        steps.carryOut(plan);

        List<Long> parts = jdbc.sql(
                        "select to_id from unit_lineage where from_id = ? and to_id <> from_id order by to_id")
                .param(first)
                .query(Long.class)
                .list();
        assertThat(parts).hasSize(2);
        assertThat(householdsOf(parts.get(0), DAY)).containsExactly(theirs.get(0));
        assertThat(breaks.estimates(parts.get(0), DAY))
                .singleElement()
                .satisfies(share -> assertThat(share.doubleValue()).isEqualTo(1.0 / theirs.size(), within(0.01)));
        assertThat(breaks.estimates(commune, DAY)).as("whole again in the ward").isEmpty();
    }

    @Test
    void showsBeforehandWhatIsConcernedAndChangesNothing() {
        Map<String, List<String>> before = steps.rows();
        long id = reforms.draft(merger(DAY), "", null, "", steps.officer());

        ChangePreview preview = reforms.preview(reforms.get(id, steps.officer()));

        int households =
                householdsOf(first, DAY).size() + householdsOf(second, DAY).size();
        assertThat(preview.forbidden()).isNull();
        assertThat(preview.effects())
                .anySatisfy(effect -> {
                    assertThat(effect.key()).isEqualTo("households.unit-change.households");
                    assertThat(effect.count()).isEqualTo(households);
                })
                .anySatisfy(effect -> {
                    assertThat(effect.key()).isEqualTo("teams.unit-change.teams");
                    assertThat(effect.count()).isEqualTo(2);
                });
        assertThat(steps.rows()).isEqualTo(before);
    }

    private ChangePlan merger(LocalDate day) {
        return ChangePlan.merge(UnitLevel.VILLAGE, day, List.of(first, second), Part.found(village("Hợp Nhất")));
    }

    private Founded village(String name) {
        return new Founded(commune, "TDP", null, null, name);
    }

    private long successor(long village) {
        return jdbc.sql("select to_id from unit_succession where from_id = ?")
                .param(village)
                .query(Long.class)
                .single();
    }

    private String code(long unit) {
        return units.get(unit, Days.FOREVER).code();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(NOW.get(), Days.ZONE);
    }

    private List<UUID> householdsOf(long village, LocalDate day) {
        return jdbc.sql(
                        "select household_id from household_placement where village_id = ? and ? between valid_from and valid_to order by 1")
                .params(village, day)
                .query(UUID.class)
                .list();
    }

    private List<Long> teamsOf(long village, LocalDate day) {
        return jdbc.sql(
                        "select team_id from team_area where village_id = ? and home and ? between valid_from and valid_to")
                .params(village, day)
                .query(Long.class)
                .list();
    }

    private Long visits(long unit, Structure structure) {
        var value = figures.values(FigureQuery.ofUnits(
                        List.of(unit),
                        List.of(IndicatorChoice.of("VISITS")),
                        List.of(Period.parse("2025").orElseThrow()),
                        structure))
                .get(0)
                .value();
        return value == null ? null : (Long) value.longValueExact();
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
