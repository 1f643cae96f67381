package vn.tungnha.imports;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportUndo.Outlook;
import vn.tungnha.shared.RuleBroken;

/**
 * What taking an import back would do, reckoned on a thread of its own: who waits a moment sees a small one, the largest
 * tells how far it is. Told once, then reckoned anew, as somebody may have changed something meanwhile.
 */
@Component
@RequiredArgsConstructor
public class Outlooks {

    public static final Duration PATIENCE = Duration.ofMillis(2_500);

    private final ImportUndo undo;
    private final Map<UUID, Reckoning> under = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "import-outlooks");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What is known by now.
     *
     * @param outlook null while it is being reckoned
     * @param seen how many were looked at
     */
    public record Known(@Nullable Outlook outlook, int seen) {}

    /** @throws RuleBroken when it cannot be taken back at all */
    public Known of(ImportJob job, CurrentUser user, Locale locale, Duration patience) {
        undo.requirePossible(job);
        Reckoning reckoning = under.computeIfAbsent(job.id(), id -> {
            AtomicInteger seen = new AtomicInteger();
            return new Reckoning(worker.submit(() -> undo.look(job, user, locale, seen::set)), seen);
        });
        try {
            Outlook outlook = reckoning.future().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            under.remove(job.id(), reckoning);
            return new Known(outlook, reckoning.seen().get());
        } catch (TimeoutException goesOn) {
            return new Known(null, reckoning.seen().get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Known(null, reckoning.seen().get());
        } catch (ExecutionException failed) {
            under.remove(job.id(), reckoning);
            throw new IllegalStateException(failed.getCause());
        }
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }

    private record Reckoning(Future<Outlook> future, AtomicInteger seen) {}
}
