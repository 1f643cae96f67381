package vn.tungnha.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who runs the server: PostgreSQL refuses to work as root, so under root it runs as the owner of the data folder or,
 * when that is root too, in a user namespace where root is nobody in particular.
 *
 * @param prefix what stands before each command
 * @param owner who must own what the server writes; null = whoever writes
 */
record Account(List<String> prefix, @Nullable Integer owner) {

    private static final int ROOT = 0;

    static Account owning(Path folder, Platform platform) {
        try {
            if (!platform.isLinux() || uid(Path.of("/proc/self")) != ROOT) {
                return new Account(List.of(), null);
            }
            var owner = uid(folder);
            if (owner != ROOT) {
                var group = (Integer) Files.getAttribute(folder, "unix:gid");
                return new Account(List.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups"), owner);
            }
            if (namespacesAreAllowed()) {
                return new Account(List.of("unshare", "-U"), null);
            }
        } catch (IOException failure) {
            throw new DatabaseFailed("Không đọc được chủ của / cannot read the owner of " + folder, failure);
        }
        throw new DatabaseFailed("""
                PostgreSQL không chạy dưới quyền root. Hãy chạy bằng người dùng thường, hoặc: chown NGƯỜI_DÙNG %1$s
                PostgreSQL does not run as root. Start as an ordinary user, or: chown USER %1$s""".formatted(folder));
    }

    /** Hands over a file, or a folder with all in it when it is not handed over yet. */
    void own(Path tree) {
        try {
            if (owner == null || uid(tree) == owner) {
                return;
            }
            try (var paths = Files.walk(tree)) {
                for (var path : (Iterable<Path>) paths::iterator) {
                    Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException failure) {
            throw new DatabaseFailed("Không đổi được chủ của / cannot hand over " + tree, failure);
        }
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static boolean namespacesAreAllowed() {
        try {
            var probe = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
