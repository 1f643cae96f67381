package vn.tungnha.shell.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import lombok.extern.slf4j.Slf4j;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once for each version from the archive on the classpath. */
@Slf4j
record Binaries(Path folder, Path home, Platform platform) {

    private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");
    private static final int OWNER_MAY_EXECUTE = 0100;

    static Binaries unpackedIn(Path folder) {
        return unpackedIn(folder, Platform.current());
    }

    static Binaries unpackedIn(Path folder, Platform platform) {
        var archive = Binaries.class.getClassLoader().getResource(platform.archive());
        if (archive == null) {
            throw new DatabaseFailed("""
                    Gói này không có PostgreSQL cho máy này: %1$s. Xem src/docs/packaging.md.
                    This package has no PostgreSQL for this machine: %1$s. See src/docs/packaging.md.""".formatted(platform.archive()));
        }
        var home = folder.resolve("bin-" + version(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return new Binaries(folder, home, platform);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(platform.isWindows() ? name + ".exe" : name);
    }

    static String version(URL archive) {
        var matcher = VERSION.matcher(archive.toString());
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    /** A crash in the middle leaves only the {@code .new} folder, which the next start throws away. */
    private static void unpack(URL archive, Path home) {
        log.info("Unpacking PostgreSQL to {}", home);
        var fresh = home.resolveSibling(home.getFileName() + ".new");
        try (var in = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            FileSystemUtils.deleteRecursively(fresh);
            Files.createDirectories(fresh);
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, fresh);
            }
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new DatabaseFailed("Không giải nén được / cannot unpack " + archive, failure);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("Entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0
                    && target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
