package vn.tungnha.imports;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.concurrent.locks.LockSupport;

/** What stays in memory after collections, at most, above what there was. */
final class Peak {

    private final long before;
    private volatile long most;
    private volatile boolean over;
    private final Thread watching;

    Peak() {
        System.gc();
        before = afterCollection();
        watching = new Thread(() -> {
            while (!over) {
                most = Math.max(most, afterCollection());
                LockSupport.parkNanos(50_000_000);
            }
        });
        watching.setDaemon(true);
        watching.start();
    }

    long growth() throws InterruptedException {
        over = true;
        watching.join();
        return most - before;
    }

    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
