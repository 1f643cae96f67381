package vn.tungnha.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportJob.Status;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/** Files that people send and look at before they are stored, and may take back afterwards. */
@Service
@RequiredArgsConstructor
public class ImportDesk {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Imports imports;
    private final ImportWork work;
    private final ImportJobs jobs;
    private final ImportIssues issues;
    private final ImportMade made;
    private final ImportUndo undo;
    private final Uploads uploads;
    private final Clock clock;

    public PageOf<ImportJob> list(CurrentUser user, Paging paging) {
        return jobs.list(user, paging);
    }

    public ImportJob get(UUID id, CurrentUser user) {
        return jobs.require(id, user);
    }

    /** Takes a file in and begins to check it. */
    public UUID send(String kind, String fileName, long size, InputStream content, CurrentUser user, Locale locale)
            throws IOException {
        imports.kind(kind);
        UUID id = UUID.randomUUID();
        uploads.keep(id, content);
        jobs.add(id, kind, fileName, size, user);
        work.check(id, kind, user, locale);
        return id;
    }

    /** Begins to store a checked file; a second press of the button changes nothing. */
    public void store(UUID id, boolean partial, CurrentUser user, Locale locale) {
        ImportJob job = jobs.require(id, user);
        if (!uploads.exists(id)) {
            throw new RuleBroken("imports.job.gone");
        }
        if (job.refused() > 0 && !partial) {
            throw new RuleBroken("imports.job.has-errors");
        }
        if (jobs.turn(id, Status.CHECKED, Status.STORING)) {
            work.store(id, job.kind(), partial, user, locale);
        }
    }

    /** Begins to take back what was stored; a second press of the button changes nothing. */
    public void undo(UUID id, String reason, CurrentUser user, Locale locale) {
        ImportJob job = jobs.require(id, user);
        if (job.status() == Status.UNDOING || job.status() == Status.UNDONE) {
            return;
        }
        undo.requirePossible(job);
        String why = ImportUndo.requireReason(reason);
        if (jobs.turn(id, Status.DONE, Status.UNDOING)) {
            work.undo(job, why, user, locale);
        }
    }

    /** Lets a file go, or stops what is being done with it. */
    public void cancel(UUID id, CurrentUser user) {
        ImportJob job = jobs.require(id, user);
        if (job.running()) {
            work.stop(id);
        } else if (jobs.turn(id, Status.CHECKED, Status.CANCELLED) || jobs.turn(id, Status.COLUMNS, Status.CANCELLED)) {
            uploads.forget(id);
            issues.clear(id);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void recover() {
        jobs.recover();
    }

    /** What nobody stored within a day is forgotten, names and all, and so is what can no longer be taken back. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    @Transactional
    public void expire() {
        List<UUID> old = jobs.expire(clock.instant().minus(KEPT));
        old.forEach(id -> {
            uploads.forget(id);
            issues.clear(id);
        });
        made.forget(clock.instant().minus(Duration.ofDays(ImportUndo.DAYS)));
    }
}
