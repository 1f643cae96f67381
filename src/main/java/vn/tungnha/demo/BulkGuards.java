package vn.tungnha.demo;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes foreign keys, exclusions and secondary indexes off the big tables while they are filled and puts them back
 * as they were, so that each is checked once for all rows; all of it in the loading transaction.
 */
@Component
@Profile("demo")
@RequiredArgsConstructor
class BulkGuards {

    private final JdbcClient sql;

    /** Primary keys stay, for rows in the making are looked up by them. */
    List<String> takeOff(String... tables) {
        return off("f,x", tables);
    }

    /** For tables that are filled in one go: primary keys too. */
    List<String> takeAllOff(String... tables) {
        return off("f,x,p", tables);
    }

    /** Statements that put back what was taken off. */
    private List<String> off(String kinds, String... tables) {
        List<String> back = sql.sql("""
                        select statement from (
                            select 1 as step, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as statement
                            from pg_index i
                            where i.indrelid = any(string_to_array(:tables, ',')::regclass[]) and not i.indisprimary
                              and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                            union all
                            select 2, c.conname, format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname,
                                                        pg_get_constraintdef(c.oid))
                            from pg_constraint c where c.conrelid = any(string_to_array(:tables, ',')::regclass[])
                                and c.contype = any(string_to_array(:kinds, ',')::"char"[])) s
                        order by step, name""")
                .param("tables", String.join(",", tables))
                .param("kinds", kinds)
                .query(String.class)
                .list();
        for (String drop : drops(kinds, tables)) {
            sql.sql(drop).update();
        }
        return back;
    }

    void putBack(List<String> statements) {
        statements.forEach(statement -> sql.sql(statement).update());
    }

    private List<String> drops(String kinds, String... tables) {
        return sql.sql("""
                        select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname)
                        from pg_constraint c where c.conrelid = any(string_to_array(:tables, ',')::regclass[])
                          and c.contype = any(string_to_array(:kinds, ',')::"char"[])
                        union all
                        select format('drop index %s', i.indexrelid::regclass) from pg_index i
                        where i.indrelid = any(string_to_array(:tables, ',')::regclass[]) and not i.indisprimary
                          and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""")
                .param("tables", String.join(",", tables))
                .param("kinds", kinds)
                .query(String.class)
                .list();
    }
}
