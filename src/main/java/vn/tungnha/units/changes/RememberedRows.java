package vn.tungnha.units.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.units.FollowsVillages;
import vn.tungnha.units.FollowsVillages.Rows;

/** Keeps the rows a change alters as they were and as they became, and puts them back. */
@Component
@RequiredArgsConstructor
class RememberedRows {

    /** In the order in which they can be inserted. */
    private static final List<Rows> OF_UNITS = List.of(
            new Rows("unit", "t.id = any(:units)"),
            new Rows("unit_version", "t.unit_id = any(:units)"),
            new Rows("unit_parent", "t.unit_id = any(:units) or t.parent_id = any(:units)"),
            new Rows("area_commune", "t.commune_id = any(:units) or t.area_id = any(:units)"),
            new Rows("unit_succession", "t.from_id = any(:units) or t.to_id = any(:units)"));

    /** Reckoned anew by itself, on a look at the unit too: never keeps a founded unit from going, and goes with it. */
    private static final String COUNTED = "quality_count";

    /** Derived, or only a note of what was done: these never keep a founded unit from going. */
    private static final Set<String> FREE = Set.of("unit_closure", "unit_lineage", "audit_entry", COUNTED);

    private final JdbcClient jdbc;
    private final List<FollowsVillages> followers;

    void before(long change, Collection<Long> units, Collection<Long> villages) {
        for (Rows rows : all()) {
            bind(change, rows, units, villages, """
                            insert into unit_change_row (change_id, table_name, row_key, before)
                            select :change, :table, t.id::text, to_jsonb(t) from %s t where %s
                            on conflict (change_id, table_name, row_key) do nothing
                            """);
        }
    }

    /** Only what differs stays. */
    void after(long change, Collection<Long> units, Collection<Long> villages) {
        for (Rows rows : all()) {
            bind(change, rows, units, villages, """
                            insert into unit_change_row (change_id, table_name, row_key, after)
                            select :change, :table, t.id::text, to_jsonb(t) from %s t where %s
                            on conflict (change_id, table_name, row_key) do update set after = excluded.after
                            """);
        }
        jdbc.sql("delete from unit_change_row where change_id = :change and before is not distinct from after")
                .param("change", change)
                .update();
    }

    /** Ids in a column of the rows that are remembered of a table. */
    Set<Long> ids(long change, String table, String column) {
        return jdbc.sql("""
                        select distinct (coalesce(after, before) ->> :column)::bigint from unit_change_row
                        where change_id = :change and table_name = :table and (coalesce(after, before) ->> :column) is not null
                        """)
                .param("column", column)
                .param("change", change)
                .param("table", table)
                .query(Long.class)
                .set();
    }

    /** Units the change founded. */
    Set<Long> founded(long change) {
        return jdbc.sql("select row_key::bigint from unit_change_row"
                        + " where change_id = :change and table_name = 'unit' and before is null")
                .param("change", change)
                .query(Long.class)
                .set();
    }

    /** Tables of which a remembered row is no longer as the change left it. */
    List<String> changedSince(long change) {
        List<String> changed = new ArrayList<>();
        for (Rows rows : all()) {
            long differing = jdbc.sql("""
                            select count(*) from unit_change_row x left join %s t on t.id::text = x.row_key
                            where x.change_id = :change and x.table_name = :table and to_jsonb(t) is distinct from x.after
                            """.formatted(rows.table()))
                    .param("change", change)
                    .param("table", rows.table())
                    .query(Long.class)
                    .single();
            if (differing > 0) {
                changed.add(rows.table());
            }
        }
        return changed;
    }

    /** Puts everything back but founded units, which others may still point to. */
    void putBack(long change) {
        List<Rows> backwards = new ArrayList<>(all());
        Collections.reverse(backwards);
        for (Rows rows : backwards) {
            if (!rows.table().equals("unit")) {
                bind(
                        change,
                        rows,
                        "delete from %1$s where id::text in (select row_key from unit_change_row"
                                + " where change_id = :change and table_name = :table and before is null)");
            }
        }
        for (Rows rows : backwards) {
            String columns = columns(rows.table());
            bind(
                    change,
                    rows,
                    "update %1$s t set (" + columns + ") = (select " + columns
                            + " from jsonb_populate_record(null::%1$s, x.before)) from unit_change_row x"
                            + " where x.change_id = :change and x.table_name = :table and t.id::text = x.row_key"
                            + " and x.before is not null and x.after is not null");
        }
        for (Rows rows : all()) {
            String columns = columns(rows.table());
            bind(
                    change,
                    rows,
                    "insert into %1$s (id, " + columns + ") overriding system value select r.id, "
                            + prefixed(columns)
                            + " from unit_change_row x, jsonb_populate_record(null::%1$s, x.before) r"
                            + " where x.change_id = :change and x.table_name = :table and x.after is null");
        }
    }

    /** Founded units go; one the trail tells of stays as a bare row without name, place or days. */
    Map<String, Long> remove(Set<Long> founded) {
        Map<String, Long> pointing = new java.util.TreeMap<>();
        Long[] ids = founded.toArray(Long[]::new);
        for (Reference reference : references()) {
            long found = jdbc.sql("select count(*) from " + reference.tableName() + " where " + reference.columnName()
                            + " = any(:ids)")
                    .param("ids", ids)
                    .query(Long.class)
                    .single();
            if (found > 0 && !FREE.contains(reference.tableName())) {
                pointing.merge(reference.tableName(), found, Long::sum);
            }
        }
        if (pointing.isEmpty()) {
            jdbc.sql("delete from " + COUNTED + " where commune_id = any(:ids)")
                    .param("ids", ids)
                    .update();
            jdbc.sql("delete from unit u where id = any(:ids) and not exists"
                            + " (select from audit_entry a where a.unit_id = u.id)")
                    .param("ids", ids)
                    .update();
            jdbc.sql("update unit set valid_to = valid_from where id = any(:ids)")
                    .param("ids", ids)
                    .update();
        }
        return pointing;
    }

    private List<Reference> references() {
        return jdbc.sql("""
                        select c.conrelid::regclass::text as table_name, a.attname::text as column_name
                        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and c.confrelid = 'unit'::regclass
                        """).query(Reference.class).list();
    }

    private List<Rows> all() {
        List<Rows> all = new ArrayList<>(OF_UNITS);
        followers.forEach(follower -> all.addAll(follower.rows()));
        return all;
    }

    private void bind(long change, Rows rows, Collection<Long> units, Collection<Long> villages, String sql) {
        jdbc.sql(sql.formatted(rows.table(), rows.where()))
                .param("change", change)
                .param("table", rows.table())
                .param("units", units.toArray(Long[]::new))
                .param("villages", villages.toArray(Long[]::new))
                .update();
    }

    private void bind(long change, Rows rows, String sql) {
        jdbc.sql(sql.formatted(rows.table()))
                .param("change", change)
                .param("table", rows.table())
                .update();
    }

    private String columns(String table) {
        return jdbc.sql("""
                        select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                        from information_schema.columns
                        where table_schema = current_schema() and table_name = :table and is_generated = 'NEVER'
                          and column_name <> 'id'
                        """).param("table", table).query(String.class).single();
    }

    private static String prefixed(String columns) {
        return "r." + columns.replace(", ", ", r.");
    }

    private record Reference(String tableName, String columnName) {}
}
