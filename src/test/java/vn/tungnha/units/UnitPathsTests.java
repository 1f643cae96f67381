package vn.tungnha.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.RuleBroken;

/** After any sequence of changes the closure equals a naive walk, and nothing is lost or doubled by the lineage. */
@SharedApplication
@Transactional
class UnitPathsTests {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @Autowired
    TestUnits test;

    @Autowired
    Units units;

    @Autowired
    UnitRegister register;

    @Autowired
    UnitPaths paths;

    @Autowired
    JdbcClient jdbc;

    /** Units of other tests, whose trees are drawn by hand, are none of ours. */
    private long others;

    private final List<Long> communes = new ArrayList<>();
    private final List<Long> villages = new ArrayList<>();

    @BeforeEach
    void remembersWhoWasThereBefore() {
        others = jdbc.sql("select coalesce(max(id), 0) from unit")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalANaiveWalkAfterRandomChanges(long seed) {
        Random random = new Random(seed);
        TestUnits.Tree tree = test.tree();
        communes.addAll(tree.communes());
        communes.add(test.commune("Suối Trúc", tree.district()));
        communes.add(test.commune("Gò Nổi", tree.province()));
        tree.villages().forEach(villages::addAll);
        test.area("Khu vực", tree.district(), START, tree.commune(), communes.get(3));

        LocalDate day = START;
        for (int step = 0; step < 15; step++) {
            day = day.plusDays(random.nextInt(40));
            change(random, tree, day);
        }

        List<LocalDate> days = new ArrayList<>(List.of(START.minusDays(1), START));
        for (int i = 0; i < 12; i++) {
            days.add(START.plusDays(random.nextInt(600)));
        }
        days.forEach(this::closureEqualsAWalk);
        days.forEach(this::lineageKeepsTheWhole);
        String incremental = snapshot();
        paths.rebuildAll();
        assertThat(snapshot()).isEqualTo(incremental);
    }

    /** Decided backwards: what a unit was joined to on 12 June had, as we learn later, ended in April. */
    @Test
    void carriesNothingBeforeItWasHandedOver() {
        TestUnits.Tree tree = test.tree();
        long joined = tree.communes().get(0);
        long heir = tree.communes().get(1);
        LocalDate handedOver = LocalDate.of(2025, 6, 12);
        test.merge(handedOver, heir, joined);

        long last = test.mergeIntoNew(LocalDate.of(2025, 4, 5), "Mới", tree.district(), heir);

        assertThat(jdbc.sql(
                                "select to_id || ' ' || valid_from || ' ' || valid_to from unit_lineage where from_id = ? order by 1")
                        .param(joined)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        joined + " 1900-01-01 " + handedOver.minusDays(1), last + " " + handedOver + " 9999-12-31");
        for (LocalDate day = LocalDate.of(2025, 4, 1); day.isBefore(handedOver.plusDays(9)); day = day.plusDays(1)) {
            lineageKeepsTheWhole(day);
        }
    }

    private void change(Random random, TestUnits.Tree tree, LocalDate day) {
        jdbc.sql("savepoint before_change").update();
        try {
            switch (random.nextInt(5)) {
                case 0 -> villages.add(test.village(any(random, communes), 1 + random.nextInt(40), day));
                case 1 -> register.moveVillage(any(random, villages), any(random, communes), day);
                case 2 -> test.merge(day, any(random, communes), any(random, communes));
                case 3 -> communes.add(test.mergeIntoNew(day, "Mới " + day, tree.province(), any(random, communes)));
                default -> split(any(random, communes), any(random, communes), any(random, communes), day);
            }
        } catch (RuleBroken refused) {
            assertThat(refused.getKey()).startsWith("units.");
            jdbc.sql("rollback to savepoint before_change").update();
        }
    }

    private void split(long from, long left, long right, LocalDate day) {
        if (left == right || from == left || from == right || !inForce(left, day) || !inForce(right, day)) {
            return;
        }
        List<UnitView> children = units.children(from, day);
        Set<Long> half = new HashSet<>();
        Set<Long> rest = new HashSet<>();
        children.forEach(child -> (half.size() <= rest.size() ? half : rest).add(child.id()));
        register.succeed(SuccessionCommand.part(from, left, day, half));
        register.succeed(SuccessionCommand.part(from, right, day, rest));
    }

    private boolean inForce(long id, LocalDate day) {
        return !units.get(id, day).validTo().isBefore(day);
    }

    private void closureEqualsAWalk(LocalDate day) {
        Map<Long, Set<Long>> up = new TreeMap<>();
        jdbc.sql(
                        "select child_id, parent_id from unit_link where child_id > :others and :day between valid_from and valid_to")
                .param("others", others)
                .param("day", day)
                .query((row, i) -> up.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(row.getLong(2)))
                .list();
        Set<String> walked = new HashSet<>();
        jdbc.sql("select id from unit where id > :others and :day between valid_from and valid_to")
                .param("others", others)
                .param("day", day)
                .query(Long.class)
                .list()
                .forEach(id -> walk(id, id, 0, up, walked));
        List<String> stored = jdbc.sql("select ancestor_id || '>' || descendant_id || '@' || depth from unit_closure"
                        + " where descendant_id > :others and :day between valid_from and valid_to")
                .param("others", others)
                .param("day", day)
                .query(String.class)
                .list();
        assertThat(stored).as("closure on %s", day).containsExactlyInAnyOrderElementsOf(walked);
    }

    private static void walk(long from, long at, int depth, Map<Long, Set<Long>> up, Set<String> walked) {
        walked.add(at + ">" + from + "@" + depth);
        up.getOrDefault(at, Set.of()).forEach(parent -> walk(from, parent, depth + 1, up, walked));
    }

    private void lineageKeepsTheWhole(LocalDate day) {
        List<BigDecimal> weights = jdbc.sql("""
                        select coalesce(sum(l.weight), 0) from unit u
                        left join unit_lineage l on l.from_id = u.id and :day between l.valid_from and l.valid_to
                        where u.id > :others and u.valid_from <= :day and u.level <> 'VILLAGE' group by u.id
                        """)
                .param("others", others)
                .param("day", day)
                .query(BigDecimal.class)
                .list();
        assertThat(weights).as("weights on %s", day).allMatch(weight -> weight.compareTo(BigDecimal.ONE) == 0);
        assertThat(jdbc.sql("""
                                select count(*) from unit_lineage l join unit t on t.id = l.to_id
                                where l.from_id > :others and :day between l.valid_from and l.valid_to
                                  and not :day between t.valid_from and t.valid_to
                                """)
                        .param("others", others)
                        .param("day", day)
                        .query(Long.class)
                        .single())
                .as("carriers not in force on %s", day)
                .isZero();
    }

    private String snapshot() {
        return jdbc.sql(
                                "select ancestor_id || ' ' || descendant_id || ' ' || depth || ' ' || valid_from || ' ' || valid_to"
                                        + " from unit_closure where descendant_id > ? order by 1")
                        .param(others)
                        .query(String.class)
                        .list()
                + "\n"
                + jdbc.sql(
                                "select from_id || ' ' || to_id || ' ' || valid_from || ' ' || valid_to || ' ' || trim_scale(weight)"
                                        + " || ' ' || exact from unit_lineage where from_id > ? order by 1")
                        .param(others)
                        .query(String.class)
                        .list();
    }

    private static long any(Random random, List<Long> ids) {
        return ids.get(random.nextInt(ids.size()));
    }
}
