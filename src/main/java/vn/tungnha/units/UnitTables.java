package vn.tungnha.units;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** Writes the dated rows of units. Whoever calls it rebuilds closure and lineage afterwards. */
@Component
@RequiredArgsConstructor
class UnitTables {

    private static final List<String> DATED = List.of("unit_version", "unit_parent");

    private final JdbcClient jdbc;

    /** In one order for everybody, so that two mergers never wait for each other. */
    void lock(Collection<Long> ids) {
        jdbc.sql("select id from unit where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    long found(UnitLevel level, UnitName name, LocalDate from) {
        long id = jdbc.sql("insert into unit (level, valid_from) values (:level, :from) returning id")
                .param("level", level.name())
                .param("from", from)
                .query(Long.class)
                .single();
        addVersion(id, name, from, Days.FOREVER);
        return id;
    }

    Optional<UnitName> name(long id, LocalDate on) {
        return jdbc.sql("""
                        select code, name, full_name, kind from unit_version
                        where unit_id = :id and :on between valid_from and valid_to
                        """)
                .param("id", id)
                .param("on", on)
                .query(UnitName.class)
                .optional();
    }

    /** From that day to the end of the version then in force. */
    void rename(long id, UnitName name, LocalDate from) {
        LocalDate until = lastDayOfVersion(id, from);
        jdbc.sql("delete from unit_version where unit_id = :id and valid_from = :from")
                .param("id", id)
                .param("from", from)
                .update();
        jdbc.sql("""
                        update unit_version set valid_to = :from::date - 1
                        where unit_id = :id and :from between valid_from and valid_to
                        """).param("id", id).param("from", from).update();
        addVersion(id, name, from, until);
    }

    LocalDate lastDayOfVersion(long id, LocalDate on) {
        return jdbc.sql("select valid_to from unit_version where unit_id = :id and :on between valid_from and valid_to")
                .param("id", id)
                .param("on", on)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> RuleBroken.at("from", "units.village.not-in-force"));
    }

    /** Puts a unit under a parent from a day on, and under what the parent becomes later. */
    void place(long id, long parent, LocalDate from) {
        Map<String, Object> params = Map.of("id", id, "parent", parent, "from", from);
        String ahead = """
                from unit_lineage l join unit u on u.id = :id
                where l.from_id = :parent
                  and greatest(l.valid_from, u.valid_from, :from) <= least(l.valid_to, u.valid_to)
                """;
        if (jdbc.sql("select exists (select " + ahead + " and l.weight < 1)")
                .params(params)
                .query(Boolean.class)
                .single()) {
            throw new RuleBroken("units.village.commune-split");
        }
        jdbc.sql("delete from unit_parent where unit_id = :id and valid_from >= :from")
                .params(params)
                .update();
        jdbc.sql("update unit_parent set valid_to = :from::date - 1 where unit_id = :id and valid_to >= :from")
                .params(params)
                .update();
        jdbc.sql("insert into unit_parent (unit_id, parent_id, valid_from, valid_to)"
                        + " select u.id, l.to_id, greatest(l.valid_from, u.valid_from, :from), least(l.valid_to, u.valid_to) "
                        + ahead)
                .params(params)
                .update();
    }

    /** Ends a unit; steps from its children up to it end with it. */
    void close(long id, LocalDate last) {
        Map<String, Object> params = Map.of("id", id, "last", last);
        for (String table : DATED) {
            cut(table, "unit_id", params);
        }
        cut("unit_parent", "parent_id", params);
        cut("area_commune", "commune_id", params);
        cut("area_commune", "area_id", params);
        jdbc.sql("update unit set valid_to = :last where id = :id")
                .params(params)
                .update();
    }

    /** As if they had never been founded; the trail may point at a bare row. */
    void forget(Collection<Long> ids) {
        Map<String, Object> params = Map.of("ids", ids.toArray(Long[]::new));
        for (String table : DATED) {
            jdbc.sql("delete from " + table + " where unit_id = any(:ids)")
                    .params(params)
                    .update();
        }
        jdbc.sql("delete from unit u where id = any(:ids) and not exists"
                        + " (select from audit_entry a where a.unit_id = u.id)")
                .params(params)
                .update();
        jdbc.sql("update unit set valid_to = valid_from where id = any(:ids)")
                .params(params)
                .update();
    }

    private void cut(String table, String column, Map<String, Object> params) {
        jdbc.sql("delete from " + table + " where " + column + " = :id and valid_from > :last")
                .params(params)
                .update();
        jdbc.sql("update " + table + " set valid_to = :last where " + column + " = :id and valid_to > :last")
                .params(params)
                .update();
    }

    private void addVersion(long id, UnitName name, LocalDate from, LocalDate to) {
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, full_name, kind, search, valid_from, valid_to)
                        values (:id, :code, :name, :fullName, :kind,
                                unit_fold(concat_ws(' ', :fullName::text, :name::text, :code::text)), :from, :to)
                        """)
                .param("id", id)
                .param("code", name.code())
                .param("name", name.name())
                .param("fullName", name.fullName())
                .param("kind", name.kind())
                .param("from", from)
                .param("to", to)
                .update();
    }
}
