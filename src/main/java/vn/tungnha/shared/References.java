package vn.tungnha.shared;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rows of a table others point at, of whatever module: asked of the constraints themselves. */
@Component
@RequiredArgsConstructor
public class References {

    private final JdbcClient jdbc;

    /**
     * @param own columns that do not count, such as {@code residence.resident_id}
     * @return a table that points at it, by id
     */
    public Map<String, String> to(String table, Collection<String> ids, Set<String> own) {
        Map<String, String> pointing = new HashMap<>();
        for (Reference reference : of(table)) {
            if (!own.contains(reference.tableName() + "." + reference.columnName())) {
                jdbc.sql("select distinct %2$s::text from %1$s where %2$s = any(cast(:ids as %3$s[]))"
                                .formatted(reference.tableName(), reference.columnName(), reference.type()))
                        .param("ids", ids.toArray(String[]::new))
                        .query(String.class)
                        .list()
                        .forEach(id -> pointing.putIfAbsent(id, reference.tableName()));
            }
        }
        return pointing;
    }

    private List<Reference> of(String table) {
        return jdbc.sql("""
                        select c.conrelid::regclass::text as table_name, quote_ident(a.attname) as column_name,
                               format_type(a.atttypid, null) as type
                        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and c.confrelid = cast(:table as regclass)
                        order by 1, 2
                        """).param("table", table).query(Reference.class).list();
    }

    private record Reference(String tableName, String columnName, String type) {}
}
