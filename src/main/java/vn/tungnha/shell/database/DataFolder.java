package vn.tungnha.shell.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The data folder, held by this JVM from opening to closing.
 *
 * <p>The operating system drops the lock when the JVM dies in whatever way, so the lock and nothing else decides who is
 * alive.
 */
class DataFolder implements AutoCloseable {

    private static final String LOCK = "tung-nha.lock";

    /** A file of its own for who holds the lock: on Windows nobody may read a locked one. */
    private static final String HOLDER = "tung-nha.pid";

    /**
     * On POSIX systems closing any handle of a file drops all locks that the process has on it, so a second start
     * inside one JVM must be turned away before it opens the file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        try {
            var root = Files.createDirectories(folder).toRealPath();
            if (!HELD_HERE.add(root)) {
                throw new DataFolderInUse(
                        root, String.valueOf(ProcessHandle.current().pid()));
            }
            try {
                return new DataFolder(root, lock(root));
            } catch (IOException | RuntimeException failure) {
                HELD_HERE.remove(root);
                throw failure;
            }
        } catch (IOException failure) {
            throw new DatabaseFailed("Không ghi được vào / cannot write to " + folder.toAbsolutePath(), failure);
        }
    }

    Path root() {
        return root;
    }

    /** What belongs to the application itself, to be handed over with the rest. */
    List<Path> ownFiles() {
        return List.of(root.resolve(LOCK), root.resolve(HOLDER));
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException ignored) {
            // the lock goes with the JVM at the latest
        } finally {
            HELD_HERE.remove(root);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var holder = root.resolve(HOLDER);
        var channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new DataFolderInUse(
                        root, Files.exists(holder) ? Files.readString(holder).strip() : "");
            }
            Files.writeString(holder, ProcessHandle.current().pid() + "\n");
            return channel;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }
}
