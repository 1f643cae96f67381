package vn.tungnha.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;
import vn.tungnha.shared.TungNhaProperties;

/** One embedded server for the whole test JVM; it may forget, so it is fast. */
public class TestServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServer() {}

    /** A new empty database, owned by the application's role. */
    public static JdbcConnectionDetails freshDatabase() {
        var server = Holder.SERVER;
        var name = "test_" + DATABASES.incrementAndGet();
        try (var connection = server.administer();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + server.getUsername());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Details(server.url(name), server.getUsername(), server.getPassword());
    }

    /** Asking Testcontainers costs seconds, so ask only where an engine could be. */
    public static boolean mayHaveDocker() {
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Platform.current().isWindows();
    }

    private record Details(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private static class Holder {

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                var folder = Files.createTempDirectory("tung-nha-test");
                var settings = new TungNhaProperties.Database(0, Map.of("max_connections", "400"));
                var server = EmbeddedPostgres.start(folder, settings, false);
                SpringApplication.getShutdownHandlers().add(() -> {
                    server.close();
                    delete(folder);
                });
                return server;
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static void delete(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException left) {
                folder.toFile().deleteOnExit();
            }
        }
    }
}
