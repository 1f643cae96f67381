package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.changes.ChangePlan;
import vn.tungnha.units.changes.ChangePlan.Founded;
import vn.tungnha.units.changes.ChangePlan.Part;
import vn.tungnha.units.changes.UnitReforms;

/** Changes of units chosen by numbers, proposed by one person and approved by another. */
@TestComponent
class ReformSteps {

    private final JdbcClient jdbc;
    private final UnitReforms reforms;
    private CurrentUser officer;
    private CurrentUser leader;
    private int founded;

    ReformSteps(JdbcClient jdbc, UnitReforms reforms) {
        this.jdbc = jdbc;
        this.reforms = reforms;
    }

    /** Which change, of which units, on which day of the year. */
    record Reform(Kind kind, int which, int other, int day) {

        enum Kind {
            MERGE_VILLAGES,
            MERGE_INTO_VILLAGE,
            SPLIT_VILLAGE,
            SPLIT_OFF_VILLAGE,
            MERGE_COMMUNES,
            SPLIT_COMMUNE,
            SPLIT_OFF_COMMUNE,
            SPLIT_VILLAGE_AMONG,
            GIVE_PART_OF_VILLAGE,
            SPLIT_COMMUNE_AMONG,
            GIVE_PART_OF_COMMUNE,
            MOVE_VILLAGE,
            RENAME_COMMUNE
        }

        static Arbitrary<Reform> any() {
            return Combinators.combine(
                            Arbitraries.of(Kind.values()),
                            Arbitraries.integers().between(0, 40),
                            Arbitraries.integers().between(0, 40),
                            Arbitraries.integers().between(20, 340))
                    .as(Reform::new);
        }

        LocalDate on() {
            return FieldWork.START.plusDays(day);
        }
    }

    void begin() {
        jdbc.sql("truncate unit_change cascade").update();
        jdbc.sql("update household set alley = 'K' || (ascii(right(id::text, 1)) % 3)")
                .update();
        officer = admin();
        leader = admin();
    }

    CurrentUser officer() {
        return officer;
    }

    CurrentUser leader() {
        return leader;
    }

    long carryOut(ChangePlan plan) {
        long id = reforms.draft(plan, "12/NQ-HĐND", null, "", officer);
        reforms.propose(id, 0, officer);
        reforms.approve(id, 1, leader);
        return id;
    }

    void undo(long id) {
        reforms.undo(id, 2, "nhầm", leader);
    }

    ChangePlan plan(Reform reform) {
        LocalDate day = reform.on();
        List<Long> communes = alive("COMMUNE", day);
        List<Long> villages = alive("VILLAGE", day);
        long village = pick(villages, reform.which());
        long commune = pick(communes, reform.which());
        return switch (reform.kind()) {
            case MERGE_VILLAGES -> {
                List<Long> siblings = siblings(village, day);
                yield ChangePlan.merge(
                        UnitLevel.VILLAGE,
                        day,
                        distinct(village, pick(siblings, reform.other())),
                        Part.found(village(parent(village, day))));
            }
            case MERGE_INTO_VILLAGE -> {
                long into = pick(siblings(village, day), reform.other());
                yield ChangePlan.merge(UnitLevel.VILLAGE, day, distinct(village, into), Part.into(into));
            }
            case SPLIT_VILLAGE ->
                split(
                        UnitLevel.VILLAGE,
                        day,
                        village,
                        List.of(
                                Part.found(village(parent(village, day))).with(Set.of(), Set.of("K0")),
                                Part.found(village(parent(village, day))).with(Set.of(), Set.of("K1", "K2"))),
                        false);
            case SPLIT_OFF_VILLAGE ->
                split(
                        UnitLevel.VILLAGE,
                        day,
                        village,
                        List.of(Part.found(village(parent(village, day))).with(Set.of(), Set.of("K1"))),
                        true);
            case MERGE_COMMUNES -> {
                long other = pick(communes, reform.other());
                yield ChangePlan.merge(
                        UnitLevel.COMMUNE,
                        day,
                        distinct(commune, other),
                        reform.other() % 2 == 0 ? Part.into(other) : Part.found(commune(parent(commune, day))));
            }
            case SPLIT_COMMUNE -> {
                List<Long> children = children(commune, day.minusDays(1));
                int half = children.size() / 2;
                Part old = Part.found(commune(parent(commune, day)));
                yield split(
                        UnitLevel.COMMUNE,
                        day,
                        commune,
                        List.of(
                                old.with(Set.copyOf(children.subList(0, half)), Set.of()),
                                Part.found(commune(parent(commune, day)))
                                        .with(Set.copyOf(children.subList(half, children.size())), Set.of())),
                        false);
            }
            case SPLIT_OFF_COMMUNE ->
                split(
                        UnitLevel.COMMUNE,
                        day,
                        commune,
                        List.of(Part.found(commune(parent(commune, day)))
                                .with(children(commune, day).stream().limit(1).collect(Collectors.toSet()), Set.of())),
                        true);
            case SPLIT_VILLAGE_AMONG ->
                split(
                        UnitLevel.VILLAGE,
                        day,
                        village,
                        List.of(
                                Part.into(pick(siblings(village, day), reform.other()))
                                        .with(Set.of(), Set.of("K0", "K2")),
                                Part.found(village(parent(village, day))).with(Set.of(), Set.of("K1"))),
                        false);
            case GIVE_PART_OF_VILLAGE ->
                split(
                        UnitLevel.VILLAGE,
                        day,
                        village,
                        List.of(Part.into(pick(siblings(village, day), reform.other()))
                                .with(Set.of(), Set.of("K2"))),
                        true);
            case SPLIT_COMMUNE_AMONG -> {
                List<Long> children = children(commune, day.minusDays(1));
                int half = children.size() / 2;
                yield split(
                        UnitLevel.COMMUNE,
                        day,
                        commune,
                        List.of(
                                Part.into(pick(communes, reform.other()))
                                        .with(Set.copyOf(children.subList(0, half)), Set.of()),
                                Part.found(commune(parent(commune, day)))
                                        .with(Set.copyOf(children.subList(half, children.size())), Set.of())),
                        false);
            }
            case GIVE_PART_OF_COMMUNE ->
                split(
                        UnitLevel.COMMUNE,
                        day,
                        commune,
                        List.of(Part.into(pick(communes, reform.other()))
                                .with(children(commune, day).stream().limit(1).collect(Collectors.toSet()), Set.of())),
                        true);
            case MOVE_VILLAGE ->
                new ChangePlan(
                        ChangePlan.Kind.MOVE,
                        UnitLevel.VILLAGE,
                        day,
                        List.of(village),
                        List.of(Part.into(pick(communes, reform.other()))),
                        false);
            case RENAME_COMMUNE ->
                new ChangePlan(
                        ChangePlan.Kind.RENAME,
                        UnitLevel.COMMUNE,
                        day,
                        List.of(commune),
                        List.of(Part.found(commune(null))),
                        false);
        };
    }

    List<Long> ever(String level) {
        return jdbc.sql("select id from unit where level = :level order by id")
                .param("level", level)
                .query(Long.class)
                .list();
    }

    /** Everything that says where units are and what they are called, and where people and teams are. */
    Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new HashMap<>();
        for (String table : List.of(
                "unit",
                "unit_version",
                "unit_parent",
                "unit_succession",
                "unit_closure",
                "unit_lineage",
                "household_placement",
                "team_area",
                "desk")) {
            rows.put(
                    table,
                    jdbc.sql("select to_jsonb(t)::text from " + table + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    private ChangePlan split(UnitLevel level, LocalDate day, long source, List<Part> parts, boolean goesOn) {
        return new ChangePlan(ChangePlan.Kind.SPLIT, level, day, List.of(source), parts, goesOn);
    }

    private Founded village(long commune) {
        return new Founded(commune, "TDP", null, null, "mới " + ++founded);
    }

    private Founded commune(Long parent) {
        return new Founded(parent, "PHUONG", "%05d".formatted(90000 + ++founded % 9999), null, "Mới " + founded);
    }

    private List<Long> siblings(long village, LocalDate day) {
        return children(parent(village, day), day);
    }

    private List<Long> children(long parent, LocalDate day) {
        return jdbc.sql(
                        "select unit_id from unit_parent where parent_id = :parent and :day between valid_from and valid_to"
                                + " order by unit_id")
                .param("parent", parent)
                .param("day", day)
                .query(Long.class)
                .list();
    }

    private long parent(long unit, LocalDate day) {
        return jdbc.sql(
                        "select parent_id from unit_parent where unit_id = :unit and :day between valid_from and valid_to")
                .param("unit", unit)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private List<Long> alive(String level, LocalDate day) {
        return jdbc.sql(
                        "select id from unit where level = :level and :day > valid_from and :day <= valid_to order by id")
                .param("level", level)
                .param("day", day)
                .query(Long.class)
                .list();
    }

    private static long pick(List<Long> from, int number) {
        return from.get(number % from.size());
    }

    private static List<Long> distinct(long one, long other) {
        return new ArrayList<>(Set.of(one).contains(other) ? List.of(one) : List.of(one, other));
    }

    private CurrentUser admin() {
        UUID account = new TestAccounts(jdbc).account("r" + UUID.randomUUID());
        return new CurrentUser(
                account,
                "admin",
                "Quản trị",
                Set.of(Role.ADMIN),
                new Scope(true, Set.of(), Set.of(), Set.of(), Set.of()));
    }
}
