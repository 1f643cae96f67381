package vn.tungnha.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.table.Finding.Level;

/** The rows of import_issue. Those of a file that is being stored come and go with the transaction that stores it. */
@Component
class ImportIssues {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    ImportIssues(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void clear(UUID job) {
        jdbc.sql("delete from import_issue where job_id = :job")
                .param("job", job)
                .update();
    }

    /** Anything that must be seen by others before the transaction around it ends. */
    void apart(Runnable action) {
        apart.executeWithoutResult(transaction -> action.run());
    }

    private void add(UUID job, List<Issue> issues) {
        jdbc.sql("""
                        insert into import_issue (job_id, row_no, level, column_code, column_name, message)
                        select :job, row_no, level, code, name, message
                        from unnest(:rows, :levels, :codes, :names, :messages) as i (row_no, level, code, name, message)""")
                .param("job", job)
                .param("rows", issues.stream().map(Issue::row).toArray(Integer[]::new))
                .param(
                        "levels",
                        issues.stream().map(issue -> issue.level().name()).toArray(String[]::new))
                .param("codes", issues.stream().map(Issue::column).toArray(String[]::new))
                .param("names", issues.stream().map(Issue::columnName).toArray(String[]::new))
                .param("messages", issues.stream().map(Issue::message).toArray(String[]::new))
                .update();
    }

    /** Numbers of the rows that have an issue of any of these levels, in their order. */
    PageOf<Integer> rows(UUID job, Collection<Level> levels, Paging paging) {
        String[] names = levels.stream().map(Level::name).toArray(String[]::new);
        long total = jdbc.sql(
                        "select count(distinct row_no) from import_issue where job_id = :job and level = any(:levels)")
                .param("job", job)
                .param("levels", names)
                .query(Long.class)
                .single();
        List<Integer> rows = jdbc.sql("""
                        select distinct row_no from import_issue where job_id = :job and level = any(:levels)
                        order by row_no limit :size offset :offset""")
                .param("job", job)
                .param("levels", names)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Integer.class)
                .list();
        return PageOf.of(rows, paging, total);
    }

    List<Issue> of(UUID job, Collection<Integer> rows) {
        return jdbc.sql("""
                        select row_no as row, level, column_code as column, column_name, message from import_issue
                        where job_id = :job and row_no = any(:rows) order by row_no, id""")
                .param("job", job)
                .param("rows", rows.toArray(Integer[]::new))
                .query((row, n) -> new Issue(
                        row.getInt("row"),
                        Level.valueOf(row.getString("level")),
                        row.getString("column"),
                        row.getString("column_name"),
                        row.getString("message")))
                .list();
    }

    /** Collects issues and writes them by the hundred. */
    Sink into(UUID job) {
        return new Sink(job);
    }

    /** Closing writes the rest. */
    final class Sink implements AutoCloseable {

        private static final int BATCH = 500;

        private final UUID job;
        private final List<Issue> waiting = new ArrayList<>();

        private Sink(UUID job) {
            this.job = job;
        }

        void take(Issue issue) {
            waiting.add(issue);
            if (waiting.size() == BATCH) {
                close();
            }
        }

        @Override
        public void close() {
            if (!waiting.isEmpty()) {
                add(job, List.copyOf(waiting));
                waiting.clear();
            }
        }
    }
}
