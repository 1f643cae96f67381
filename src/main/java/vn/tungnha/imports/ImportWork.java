package vn.tungnha.imports;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportJob.Status;
import vn.tungnha.imports.sheet.Knowledge;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.imports.sheet.TableFile;
import vn.tungnha.imports.sheet.TableFile.Surveyed;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.ImportKind;

/**
 * What is done with files in the background, one at a time; who waits a moment sees a small one done. Anything can be
 * stopped: what is stored or taken back is one transaction, so that nothing half done is left.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class ImportWork {

    private static final long PATIENCE_MILLIS = 2_500;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "imports");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<UUID> stopping = ConcurrentHashMap.newKeySet();

    private final Imports imports;
    private final ImportEngine engine;
    private final ImportJobs jobs;
    private final ImportIssues issues;
    private final ImportMade made;
    private final ImportUndo undo;
    private final ImportWords words;
    private final Matchings matchings;
    private final Uploads uploads;

    void check(UUID id, String kind, CurrentUser user, Locale locale) {
        begin(id, () -> checkNow(id, kind, user, locale));
    }

    void store(UUID id, String kind, boolean partial, CurrentUser user, Locale locale) {
        begin(id, () -> storeNow(id, kind, partial, user, locale));
    }

    void undo(ImportJob job, String reason, CurrentUser user, Locale locale) {
        begin(job.id(), () -> undoNow(job, reason, user, locale));
    }

    void stop(UUID id) {
        stopping.add(id);
    }

    private void checkNow(UUID id, String kind, CurrentUser user, Locale locale) {
        try (ImportIssues.Sink sink = issues.into(id)) {
            ImportKind<CurrentUser> known = imports.kind(kind);
            Layout layout = jobs.layout(id);
            if (layout == null) {
                Surveyed surveyed = new TableFile(uploads.require(id))
                        .survey(known.columns(), new Knowledge(Map.of(), matchings.known(kind, user)));
                layout = surveyed.layout();
                jobs.keep(id, layout);
                if (surveyed.lack() != null) {
                    lacks(id, surveyed.lack(), known, layout, locale);
                    return;
                }
            }
            issues.clear(id);
            ImportReport report = engine.run(run(id, known, layout, user, locale, true, false, sink), stored -> stored);
            sink.close();
            jobs.finish(id, Status.CHECKED, report, false);
        } catch (Stopped stopped) {
            uploads.forget(id);
            issues.clear(id);
            jobs.fail(id, Status.CANCELLED, null);
        } catch (RuleBroken refused) {
            uploads.forget(id);
            jobs.fail(id, Status.FAILED, words.say(refused, locale));
        } catch (RuntimeException failed) {
            log.error("import {} failed", id, failed);
            uploads.forget(id);
            jobs.fail(id, Status.FAILED, words.say(new RuleBroken("imports.job.failed"), locale));
        }
    }

    /** A person can help where there is something to point at. */
    private void lacks(UUID id, RuleBroken lack, ImportKind<CurrentUser> kind, Layout found, Locale locale) {
        Layout layout = new TableFile(uploads.require(id)).toCorrect(kind.columns(), found);
        if (layout.sheets().stream().allMatch(sheet -> sheet.headingRow() == 0)) {
            throw lack;
        }
        jobs.keep(id, layout);
        jobs.fail(id, Status.COLUMNS, words.say(lack, locale));
    }

    private void storeNow(UUID id, String kind, boolean partial, CurrentUser user, Locale locale) {
        try (ImportIssues.Sink sink = issues.into(id)) {
            ImportKind<CurrentUser> known = imports.kind(kind);
            ImportRun run = run(id, known, jobs.requireLayout(id), user, locale, false, partial, sink);
            ImportReport report = engine.run(run, stored -> {
                sink.close();
                if (stored.refused() == 0 || partial) {
                    imports.audit(known, id, stored);
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
        } catch (Stopped stopped) {
            jobs.fail(id, Status.CHECKED, words.say(new RuleBroken("imports.job.stopped"), locale));
        } catch (RuntimeException failed) {
            log.error("import {} failed", id, failed);
            jobs.fail(id, Status.CHECKED, words.say(new RuleBroken("imports.job.failed"), locale));
        }
    }

    private void undoNow(ImportJob job, String reason, CurrentUser user, Locale locale) {
        try {
            undo.takeBack(job, reason, user, locale, progress(job.id()));
        } catch (Stopped stopped) {
            jobs.fail(job.id(), Status.DONE, words.say(new RuleBroken("imports.undo.stopped"), locale));
        } catch (RuleBroken refused) {
            jobs.fail(job.id(), Status.DONE, words.say(refused, locale));
        } catch (RuntimeException failed) {
            log.error("undoing of import {} failed", job.id(), failed);
            jobs.fail(job.id(), Status.DONE, words.say(new RuleBroken("imports.undo.failed"), locale));
        }
    }

    private ImportRun run(
            UUID id,
            ImportKind<CurrentUser> kind,
            Layout layout,
            CurrentUser user,
            Locale locale,
            boolean dryRun,
            boolean partial,
            ImportIssues.Sink sink) {
        return new ImportRun(
                kind,
                uploads.require(id),
                layout,
                user,
                locale,
                dryRun,
                partial,
                () -> issues.clear(id),
                sink::take,
                some -> made.add(id, List.copyOf(some)),
                progress(id));
    }

    private IntConsumer progress(UUID id) {
        return rows -> {
            if (stopping.remove(id)) {
                throw new Stopped();
            }
            issues.apart(() -> jobs.progress(id, rows));
        };
    }

    private void begin(UUID id, Runnable work) {
        stopping.remove(id);
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

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }

    /** Somebody wants no more of it. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
