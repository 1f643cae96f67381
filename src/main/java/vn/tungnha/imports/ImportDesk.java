package vn.tungnha.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportJob.Status;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.imports.sheet.TableFile;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.ImportKind;

/**
 * Files that people send and look at before they are stored. One file at a time is worked on, in the background; who
 * waits a moment sees a small one done.
 */
@Service
@RequiredArgsConstructor
@Slf4j
public class ImportDesk {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final long PATIENCE_MILLIS = 2_500;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "imports");
        thread.setDaemon(true);
        return thread;
    });

    private final Imports imports;
    private final ImportEngine engine;
    private final ImportJobs jobs;
    private final ImportIssues issues;
    private final ImportWords words;
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
        begin(() -> check(id, kind, user, locale));
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
            begin(() -> store(id, job.kind(), partial, user, locale));
        }
    }

    public void cancel(UUID id, CurrentUser user) {
        jobs.require(id, user);
        if (jobs.turn(id, Status.CHECKED, Status.CANCELLED)) {
            uploads.forget(id);
            issues.clear(id);
        }
    }

    private void check(UUID id, String kind, CurrentUser user, Locale locale) {
        try (ImportIssues.Sink sink = issues.into(id)) {
            ImportReport report = engine.run(run(id, kind, user, locale, true, false, sink), stored -> stored);
            sink.close();
            jobs.finish(id, Status.CHECKED, report, false);
        } catch (RuleBroken refused) {
            uploads.forget(id);
            jobs.fail(id, Status.FAILED, words.say(refused, locale));
        } catch (RuntimeException failed) {
            log.error("import {} failed", id, failed);
            uploads.forget(id);
            jobs.fail(id, Status.FAILED, words.say(new RuleBroken("imports.job.failed"), locale));
        }
    }

    private void store(UUID id, String kind, boolean partial, CurrentUser user, Locale locale) {
        try (ImportIssues.Sink sink = issues.into(id)) {
            issues.clear(id);
            ImportRun run = run(id, kind, user, locale, false, partial, sink);
            ImportReport report = engine.run(run, stored -> {
                if (stored.refused() == 0 || partial) {
                    imports.audit(run.kind(), id, stored);
                    jobs.finish(id, Status.DONE, stored, partial);
                }
                return stored;
            });
            if (report.refused() > 0 && !(partial && report.stored() > 0)) {
                sink.close();
                jobs.finish(id, Status.CHECKED, report, false);
            } else if (report.refused() == 0) {
                uploads.forget(id);
            }
        } catch (RuntimeException failed) {
            log.error("import {} failed", id, failed);
            jobs.fail(id, Status.CHECKED, words.say(new RuleBroken("imports.job.failed"), locale));
        }
    }

    private ImportRun run(
            UUID id,
            String kind,
            CurrentUser user,
            Locale locale,
            boolean dryRun,
            boolean partial,
            ImportIssues.Sink sink) {
        ImportKind<CurrentUser> known = imports.kind(kind);
        return new ImportRun(
                known,
                uploads.require(id),
                layout(id, known),
                user,
                locale,
                dryRun,
                partial,
                sink::take,
                rows -> issues.apart(() -> jobs.progress(id, rows)));
    }

    /** Recognised once; what it then says holds for checking, looking and storing alike. */
    private Layout layout(UUID id, ImportKind<CurrentUser> kind) {
        Layout kept = jobs.layout(id);
        if (kept != null) {
            return kept;
        }
        Layout found = new TableFile(uploads.require(id)).require(kind.columns());
        jobs.keep(id, found);
        return found;
    }

    private void begin(Runnable work) {
        Future<?> running = worker.submit(new DelegatingSecurityContextRunnable(work));
        try {
            running.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            log.debug("an import goes on in the background");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void recover() {
        jobs.recover();
    }

    /** What nobody stored within a day is forgotten, names and all. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    @Transactional
    public void expire() {
        List<UUID> old = jobs.expire(clock.instant().minus(KEPT));
        old.forEach(id -> {
            uploads.forget(id);
            issues.clear(id);
        });
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
