package vn.tungnha.units;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;

/** Keeps village names unique per commune and day, and village codes unique for ever. */
@Component
@RequiredArgsConstructor
class VillageNames {

    private final JdbcClient jdbc;
    private final UnitTables tables;

    /** A namesake in the commune on any of these days forbids the name. */
    void requireFree(long communeId, String name, LocalDate from, LocalDate to) {
        refuse(jdbc.sql("""
                                select exists (select from unit_parent p join unit_version v on v.unit_id = p.unit_id
                                    where p.parent_id = :commune and lower(v.name) = lower(:name)
                                      and greatest(v.valid_from, p.valid_from, :from) <= least(v.valid_to, p.valid_to, :to))
                                """).param("commune", communeId), name, from, to);
    }

    /** The same in every commune where the village stands on those days. */
    void requireFreeFor(long villageId, String name, LocalDate from, LocalDate to) {
        refuse(jdbc.sql("""
                                select exists (select from unit_parent m
                                    join unit_parent p on p.parent_id = m.parent_id and p.unit_id <> m.unit_id
                                    join unit_version v on v.unit_id = p.unit_id
                                    where m.unit_id = :village and lower(v.name) = lower(:name)
                                      and greatest(m.valid_from, v.valid_from, p.valid_from, :from)
                                          <= least(m.valid_to, v.valid_to, p.valid_to, :to))
                                """).param("village", villageId), name, from, to);
    }

    private static void refuse(JdbcClient.StatementSpec taken, String name, LocalDate from, LocalDate to) {
        if (taken.param("name", name)
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single()) {
            throw RuleBroken.at("name", "units.village.name-taken", name);
        }
    }

    /** {@code 20212-T33}; the next free number when that one was ever given, or when there is no number. */
    String freeCode(String communeCode, @Nullable Integer number) {
        String prefix = communeCode + "-T";
        List<Integer> given =
                jdbc.sql("""
                        select distinct substr(code, length(:prefix) + 1)::int from unit_version
                        where starts_with(code, :prefix) and substr(code, length(:prefix) + 1) ~ '^[0-9]{1,6}$'
                        """).param("prefix", prefix).query(Integer.class).list();
        if (number != null && !given.contains(number)) {
            return prefix + number;
        }
        return prefix + (given.stream().mapToInt(Integer::intValue).max().orElse(0) + 1);
    }

    /** After villages came into a commune on a day: newcomers with a namesake are told apart by their former commune. */
    void settle(long communeId, LocalDate day) {
        jdbc.sql("""
                        select p.unit_id, o.name as former
                        from unit_parent p
                        join unit u on u.id = p.unit_id and u.level = 'VILLAGE'
                        join unit_version v on v.unit_id = p.unit_id and :day between v.valid_from and v.valid_to
                        join unit_parent b on b.unit_id = p.unit_id and b.valid_to = :day::date - 1
                        join unit_version o on o.unit_id = b.parent_id and b.valid_to between o.valid_from and o.valid_to
                        where p.parent_id = :commune and b.parent_id <> :commune and :day between p.valid_from and p.valid_to
                          and exists (select from unit_parent q join unit_version w on w.unit_id = q.unit_id
                              where q.parent_id = :commune and q.unit_id <> p.unit_id and lower(w.name) = lower(v.name)
                                and :day between q.valid_from and q.valid_to and :day between w.valid_from and w.valid_to)
                        """)
                .param("commune", communeId)
                .param("day", day)
                .query(Newcomer.class)
                .list()
                .forEach(village -> tables.name(village.unitId(), day)
                        .ifPresent(name -> tables.rename(village.unitId(), name.formerly(village.former()), day)));
    }

    private record Newcomer(long unitId, String former) {}
}
