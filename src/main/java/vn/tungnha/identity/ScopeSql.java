package vn.tungnha.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The rule of {@link ScopeGuard} for villages, as a predicate of lists: a village is inside when it lies under a root
 * today; when it has ended and everything that carries it today is inside; and, for figures, when it lay in an ended unit
 * of the account's own on its last day.
 */
public final class ScopeSql {

    private static final String UNDER_A_ROOT = """
            select c.descendant_id from unit_closure c
             where c.ancestor_id = any(:roots) and :today between c.valid_from and c.valid_to""";

    /** Ids of the villages (and other units) inside. */
    public static final String INSIDE = """
            %1$s
            union all
            select l.from_id from unit_lineage l
             where l.to_id in (%1$s) and l.to_id <> l.from_id and :today between l.valid_from and l.valid_to
               and not exists (select from unit_lineage o
                                where o.from_id = l.from_id and :today between o.valid_from and o.valid_to
                                  and o.to_id not in (%1$s))
            union all
            select c.descendant_id from unit_closure c join unit u on u.id = c.descendant_id
             where c.ancestor_id = any(:ended) and u.valid_to < :today and u.valid_to between c.valid_from and c.valid_to
            """.formatted(UNDER_A_ROOT);

    private ScopeSql() {}

    /** A predicate on a column that holds a village. */
    public static String covers(String column) {
        return "(:everything or " + column + " in (" + INSIDE + "))";
    }

    /** Binds what {@link #covers} and {@link #INSIDE} refer to. */
    public static StatementSpec bind(StatementSpec statement, Scope scope, Data data, LocalDate today) {
        return bind(statement, scope, data, scope.roots(data), today);
    }

    /** The same for fewer roots than the scope has. */
    public static StatementSpec bind(
            StatementSpec statement, Scope scope, Data data, Collection<Long> roots, LocalDate today) {
        Set<Long> ended = data == Data.FIGURES ? scope.ended() : Set.of();
        return statement
                .param("everything", scope.everything())
                .param("roots", roots.toArray(Long[]::new))
                .param("ended", ended.toArray(Long[]::new))
                .param("today", today);
    }
}
