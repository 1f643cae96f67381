package vn.tungnha.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.table.Made;

/** The rows of import_made. */
@Component
@RequiredArgsConstructor
class ImportMade {

    private final JdbcClient jdbc;

    /** A thing that stayed, and why. */
    record Kept(String ref, String name, String kept) {}

    /** Groups of what was made, the youngest first. */
    record Batch(List<Made> made, long oldest) {}

    void add(UUID job, Collection<Made> made) {
        jdbc.sql("""
                        insert into import_made (job_id, subject, ref, grp, state)
                        select :job, subject, ref, grp, state
                        from unnest(:subjects, :refs, :groups, :states) as m (subject, ref, grp, state)""")
                .param("job", job)
                .param("subjects", made.stream().map(Made::subject).toArray(String[]::new))
                .param("refs", made.stream().map(Made::ref).toArray(String[]::new))
                .param("groups", made.stream().map(Made::group).toArray(String[]::new))
                .param("states", made.stream().map(Made::state).toArray(String[]::new))
                .update();
    }

    boolean any(UUID job) {
        return jdbc.sql("select exists (select from import_made where job_id = :job)")
                .param("job", job)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whole groups, the youngest first; each comes with the rows that hold its youngest.
     *
     * @param before {@link Batch#oldest} of the batch before
     */
    @Nullable
    Batch next(UUID job, long before, int rows) {
        Long oldest = jdbc.sql("""
                        select min(id) from (select id from import_made where job_id = :job and id < :before
                                             order by id desc limit :rows) w""")
                .param("job", job)
                .param("before", before)
                .param("rows", rows)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (oldest == null) {
            return null;
        }
        List<Made> made = jdbc.sql("""
                        select m.subject, m.ref, m.grp as "group", m.state
                        from (select distinct w.grp from import_made w
                              where w.job_id = :job and w.id >= :oldest and w.id < :before
                                and not exists (select from import_made y
                                                where y.job_id = :job and y.grp = w.grp and y.id >= :before)) g
                        join import_made m on m.job_id = :job and m.grp = g.grp order by m.id""")
                .param("job", job)
                .param("oldest", oldest)
                .param("before", before)
                .query(Made.class)
                .list();
        return new Batch(made, oldest);
    }

    void gone(UUID job, Collection<Made> made) {
        jdbc.sql("delete from import_made where job_id = :job and grp = any(:groups) and ref = any(:refs)")
                .param("job", job)
                .param("groups", made.stream().map(Made::group).distinct().toArray(String[]::new))
                .param("refs", made.stream().map(Made::ref).toArray(String[]::new))
                .update();
    }

    void stayed(UUID job, Collection<Kept> kept) {
        jdbc.sql("""
                        update import_made m set name = k.name, kept = k.kept
                        from unnest(:refs, :names, :reasons) as k (ref, name, kept) where m.job_id = :job and m.ref = k.ref""")
                .param("job", job)
                .param("refs", kept.stream().map(Kept::ref).toArray(String[]::new))
                .param("names", kept.stream().map(Kept::name).toArray(String[]::new))
                .param("reasons", kept.stream().map(Kept::kept).toArray(String[]::new))
                .update();
    }

    PageOf<ImportUndo.Stays> kept(UUID job, Paging paging) {
        long total = jdbc.sql("select count(*) from import_made where job_id = :job and kept is not null")
                .param("job", job)
                .query(Long.class)
                .single();
        List<ImportUndo.Stays> some = jdbc.sql("""
                        select name, kept as reason from import_made where job_id = :job and kept is not null
                        order by id limit :size offset :offset""")
                .param("job", job)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ImportUndo.Stays.class)
                .list();
        return PageOf.of(some, paging, total);
    }

    /** What can no longer be taken back need not be remembered. */
    void forget(Instant before) {
        jdbc.sql("delete from import_made m using import_job j where j.id = m.job_id and j.finished_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
