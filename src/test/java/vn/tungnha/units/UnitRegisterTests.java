package vn.tungnha.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

@SharedApplication
@Transactional
@RecordApplicationEvents
class UnitRegisterTests {

    private static final LocalDate BEFORE = LocalDate.of(2024, 6, 1);
    private static final LocalDate MERGER = LocalDate.of(2025, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2025, 7, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 1, 1);

    @Autowired
    TestUnits test;

    @Autowired
    Units units;

    @Autowired
    UnitRegister register;

    @Autowired
    ApplicationEvents events;

    @Test
    void makesNameAndCodeOfAVillageFromItsNumber() {
        long commune = test.tree().commune();

        UnitView village = units.get(test.village(commune, 33), AFTER);

        assertThat(village.name()).isEqualTo("Tổ 33");
        assertThat(village.fullName()).isEqualTo("Tổ dân phố 33");
        assertThat(village.code()).isEqualTo(units.get(commune, AFTER).code() + "-T33");
        assertThat(village.parentId()).isEqualTo(commune);
        assertThat(events.stream(Audited.class))
                .anyMatch(event -> event.action().equals("unit.created"));
        assertThat(events.stream(UnitsChanged.class))
                .anyMatch(event -> event.ids().equals(Set.of(village.id())));
    }

    @Test
    void givesANamedVillageTheNextNumberAsCode() {
        long commune = test.tree().commune();

        long id = register.createVillage(new VillageCommand(commune, "THON", null, " Phú  Sơn ", BEFORE));

        UnitView village = units.get(id, AFTER);
        assertThat(village.fullName()).isEqualTo("Thôn Phú Sơn");
        assertThat(village.code()).endsWith("-T4");
        assertThat(units.get(id, BEFORE).validFrom()).isEqualTo(BEFORE);
    }

    @Test
    void refusesANamesakeInTheSameCommune() {
        TestUnits.Tree tree = test.tree();

        assertThatThrownBy(
                        () -> register.createVillage(new VillageCommand(tree.commune(), "TDP", null, "tổ 2", BEFORE)))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.getField()).isEqualTo("name");
                    assertThat(broken.getKey()).isEqualTo("units.village.name-taken");
                });
        assertThatThrownBy(() -> register.rename(new RenameCommand(tree.village(), "TDP", 2, null, AFTER, null)))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void reusesTheNameOfAVillageThatEnded() {
        TestUnits.Tree tree = test.tree();
        register.end(tree.village(), BEFORE, "giải thể");

        long again = test.village(tree.commune(), 1, AFTER);

        assertThat(units.get(again, AFTER).name()).isEqualTo("Tổ 1");
        assertThat(units.get(again, AFTER).code())
                .isNotEqualTo(units.get(tree.village(), AFTER).code());
        assertThat(units.children(tree.commune(), LocalDate.of(2025, 1, 1))).hasSize(2);
    }

    @Test
    void renamesFromADayOn() {
        long village = test.tree().village();

        register.rename(new RenameCommand(village, "TDP", 12, null, MERGER, "Tổ 1"));

        assertThat(units.get(village, BEFORE).name()).isEqualTo("Tổ 1");
        assertThat(units.get(village, AFTER).name()).isEqualTo("Tổ 12");
    }

    @Test
    void rejectsAStaleRename() {
        long village = test.tree().village();

        assertThatThrownBy(() -> register.rename(new RenameCommand(village, "TDP", 12, null, MERGER, "Tổ 9")))
                .isInstanceOf(Stale.class);
    }

    @Test
    void movesAVillageFromADayOn() {
        TestUnits.Tree tree = test.tree();
        long other = tree.communes().get(1);

        register.moveVillage(tree.village(), other, MERGER);

        assertThat(units.isUnder(tree.village(), tree.commune(), BEFORE)).isTrue();
        assertThat(units.isUnder(tree.village(), tree.commune(), AFTER)).isFalse();
        assertThat(units.isUnder(tree.village(), other, AFTER)).isTrue();
        assertThat(units.get(tree.village(), AFTER).name()).isEqualTo("Tổ 1 (Cầu Mây cũ)");
    }

    @Test
    void tellsNamesakesApartThroughTwoMergers() {
        TestUnits.Tree tree = test.tree();
        long first = tree.commune();
        long second = tree.communes().get(1);
        test.merge(MERGER, second, first);
        long whole = test.mergeIntoNew(SECOND, "Sông Mây", tree.province(), second);

        assertThat(units.children(first, BEFORE)).hasSize(3);
        assertThat(units.children(second, LocalDate.of(2025, 3, 1)))
                .extracting(UnitView::name)
                .containsExactly("Tổ 1", "Tổ 1 (Cầu Mây cũ)", "Tổ 2", "Tổ 2 (Cầu Mây cũ)", "Tổ 3", "Tổ 3 (Cầu Mây cũ)");
        assertThat(units.children(whole, AFTER)).hasSize(6);
        assertThat(units.successors(first, AFTER)).extracting(UnitView::id).containsExactly(whole);
        assertThat(units.isUnder(tree.village(), tree.district(), AFTER)).isFalse();
        assertThat(units.isUnder(tree.village(), tree.province(), AFTER)).isTrue();
    }

    @Test
    void followsAMergerWhenAVillageIsEnteredLate() {
        TestUnits.Tree tree = test.tree();
        test.merge(MERGER, tree.communes().get(1), tree.commune());

        long late = test.village(tree.commune(), 9, BEFORE);

        assertThat(units.get(late, BEFORE).parentId()).isEqualTo(tree.commune());
        assertThat(units.get(late, AFTER).parentId()).isEqualTo(tree.communes().get(1));
    }

    @Test
    void keepsTheSuccessorInTheAreaOfItsSources() {
        TestUnits.Tree tree = test.tree();
        long area = test.area(
                "Khu vực Bến Đá",
                tree.district(),
                MERGER,
                tree.commune(),
                tree.communes().get(1));

        long whole = test.mergeIntoNew(
                SECOND,
                "Sông Mây",
                tree.province(),
                tree.commune(),
                tree.communes().get(1));

        assertThat(units.children(area, AFTER)).extracting(UnitView::id).containsExactly(whole);
        assertThat(units.under(area, UnitLevel.VILLAGE, AFTER)).hasSize(6);
    }

    @Test
    void splitsACommuneAmongItsNeighbours() {
        TestUnits.Tree tree = test.tree();
        long split = tree.commune();
        long left = tree.communes().get(1);
        long right = test.commune("Bãi Dâu", tree.district());
        List<Long> villages = tree.villages().get(0);

        register.succeed(SuccessionCommand.part(split, left, MERGER, Set.of(villages.get(0))));
        register.succeed(SuccessionCommand.part(split, right, MERGER, Set.of(villages.get(1), villages.get(2))));

        assertThat(units.isUnder(villages.get(0), left, AFTER)).isTrue();
        assertThat(units.children(right, AFTER)).hasSize(2);
        assertThat(units.successors(split, AFTER)).extracting(UnitView::id).containsExactlyInAnyOrder(left, right);
        assertThatThrownBy(() -> test.village(split, 8, BEFORE)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void refusesToEndAUnitTwice() {
        TestUnits.Tree tree = test.tree();
        test.merge(MERGER, tree.communes().get(1), tree.commune());

        assertThatThrownBy(() -> test.merge(SECOND, tree.communes().get(1), tree.commune()))
                .isInstanceOf(RuleBroken.class);
        assertThat(units.get(tree.commune(), Days.FOREVER).validTo()).isEqualTo("2024-12-31");
    }
}
