package vn.tungnha.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/**
 * Sends one load of rows while the next is being made up: the database and we work side by side, in the same order and
 * on the same connection as if by turns. Nobody else may use the connection until it is finished.
 */
@RequiredArgsConstructor
final class CopyQueue implements AutoCloseable {

    private final CopyManager copy;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> new Thread(task, "demo-copy"));
    private @Nullable Future<?> underWay;

    /** Waits for the load before, so that at most two are in memory. */
    @SafeVarargs
    final void send(List<CopyWriter>... tables) {
        List<CopyWriter.Batch> batches = new ArrayList<>();
        for (List<CopyWriter> some : tables) {
            some.forEach(table -> batches.add(table.batch()));
        }
        finish();
        underWay = sender.submit(() -> batches.forEach(batch -> batch.run(copy)));
    }

    void finish() {
        if (underWay == null) {
            return;
        }
        try {
            underWay.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("demonstration rows were not stored", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** After a failure elsewhere a load may still be under way: the connection is nobody else's until it has ended. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            finish();
        } catch (IllegalStateException reported) {
            // by whoever called send or finish
        }
    }
}
