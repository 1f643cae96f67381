package vn.tungnha.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.shared.Days;

/**
 * Small made-up trees for tests: {@code @Import(TestUnits.class)} and inject. Every unit gets a code of its own, so that
 * tests share one database; units are in force since ever unless told otherwise.
 */
@TestComponent
public class TestUnits {

    private static final AtomicInteger CODES = new AtomicInteger();

    private final JdbcClient jdbc;
    private final UnitTables tables;
    private final UnitPaths paths;
    private final UnitRegister register;

    TestUnits(JdbcClient jdbc, UnitTables tables, UnitPaths paths, UnitRegister register) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.paths = paths;
        this.register = register;
    }

    /** A province with one district of two communes, each with three residential groups numbered from 1. */
    public record Tree(long province, long district, List<Long> communes, List<List<Long>> villages) {

        public long commune() {
            return communes.get(0);
        }

        public long village() {
            return villages.get(0).get(0);
        }
    }

    public Tree tree() {
        long province = province("Sông Thương");
        long district = district("Bến Đá", province);
        List<Long> communes = List.of(commune("Cầu Mây", district), commune("Đồi Thông", district));
        List<List<Long>> villages = communes.stream()
                .map(commune -> villages(commune, 3, Days.SINCE_EVER))
                .toList();
        return new Tree(province, district, communes, villages);
    }

    public long province(String name) {
        return unit(UnitLevel.PROVINCE, "TINH", "p" + next(), name, null, Days.SINCE_EVER);
    }

    public long district(String name, long province) {
        return unit(UnitLevel.DISTRICT, "QUAN", "d" + next(), name, province, Days.SINCE_EVER);
    }

    public long commune(String name, long parent) {
        return commune("c" + next(), name, parent, Days.SINCE_EVER);
    }

    public long commune(String code, String name, long parent, LocalDate from) {
        return unit(UnitLevel.COMMUNE, "PHUONG", code, name, parent, from);
    }

    public long village(long commune, int number) {
        return village(commune, number, Days.SINCE_EVER);
    }

    public long village(long commune, int number, LocalDate from) {
        return register.createVillage(new VillageCommand(commune, "TDP", number, null, from));
    }

    /** Residential groups 1 to n. */
    public List<Long> villages(long commune, int n, LocalDate from) {
        return register.createVillages(IntStream.rangeClosed(1, n)
                .mapToObj(number -> new VillageCommand(commune, "TDP", number, null, from))
                .toList());
    }

    /** An area beside the tree that carries on a former district (or none) with these communes from a day on. */
    public long area(String name, Long continues, LocalDate from, Long... communes) {
        long area = unit(UnitLevel.AREA, "FORMER_DISTRICT", "KV-" + next(), name, null, from);
        jdbc.sql("update unit set continues_id = :continues where id = :id")
                .param("continues", continues)
                .param("id", area)
                .update();
        for (long commune : communes) {
            jdbc.sql("insert into area_commune (area_id, commune_id, valid_from) values (:area, :commune, :from)")
                    .param("area", area)
                    .param("commune", commune)
                    .param("from", from)
                    .update();
        }
        paths.rebuildLineage(continues == null ? Set.of(area) : Set.of(area, continues));
        paths.rebuildClosure(List.of(communes));
        return area;
    }

    /** All sources into one existing unit. */
    public void merge(LocalDate effective, long into, Long... from) {
        register.succeed(SuccessionCommand.whole(List.of(from), into, effective, null));
    }

    /** One unit without children ends and goes into these in parts of which nobody knows the share. */
    public void split(LocalDate effective, long from, long... into) {
        for (long part : into) {
            register.succeed(SuccessionCommand.part(from, part, effective, Set.of()));
        }
    }

    /** All sources into a new commune. */
    public long mergeIntoNew(LocalDate effective, String name, Long parent, Long... from) {
        var founded = new SuccessionCommand.NewUnit(
                UnitLevel.COMMUNE, "c" + next(), name, "Phường " + name, "PHUONG", parent);
        return register.succeed(SuccessionCommand.found(List.of(from), founded, effective, null));
    }

    private long unit(UnitLevel level, String kind, String code, String name, Long parent, LocalDate from) {
        long id = tables.found(level, new UnitName(code, name, name, kind), from);
        paths.rebuildLineage(Set.of(id));
        if (parent != null) {
            tables.place(id, parent, from);
        }
        paths.rebuildClosure(Set.of(id));
        return id;
    }

    private static int next() {
        return CODES.incrementAndGet();
    }
}
