package vn.tungnha.imports;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets PostgreSQL count the tables that one transaction is filling. Until somebody has, it plans as if they were as empty as
 * before, and a first file of 100.000 rows would take hours instead of minutes.
 */
@Component
@RequiredArgsConstructor
class GrowingTables {

    /** Fewer rows change no plan. */
    private static final int MANY = 500;

    private final JdbcClient jdbc;

    /** In the caller's transaction, in one order for all; writers of other transactions do not wait for it. */
    void count() {
        jdbc.sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(relname) from pg_stat_xact_user_tables
                        where n_tup_ins > :many order by 1""").param("many", MANY).query(String.class).list().forEach(table -> jdbc.sql("analyze " + table)
                .update());
    }
}
