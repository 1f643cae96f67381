package vn.tungnha.shell.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import vn.tungnha.shared.TungNhaProperties;

/** A running PostgreSQL of our own over the data folder, and how to reach the application's database on it. */
@Slf4j
class EmbeddedPostgres implements JdbcConnectionDetails, AutoCloseable {

    /** Role and database of the application: it owns its database but is not the superuser. */
    private static final String APPLICATION = "tungnha";

    private final DataFolder folder;
    private final Server server;
    private final int port;

    /** New at each start and never stored: only the superuser's password is in a file. */
    private final String password = Secret.random();

    private EmbeddedPostgres(DataFolder folder, Server server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    static EmbeddedPostgres start(Path dataDir, TungNhaProperties.Database settings) {
        return start(dataDir, settings, true);
    }

    /** {@code durable} is false for throw-away servers of tests only. */
    static EmbeddedPostgres start(Path dataDir, TungNhaProperties.Database settings, boolean durable) {
        var begin = System.nanoTime();
        var folder = DataFolder.open(dataDir);
        try {
            var server = serverIn(folder);
            server.cluster().prepare();
            server.clearOrphan();
            var port = settings.port() > 0 ? settings.port() : freePort();
            server.cluster().configure(port, settings.settings(), durable);
            server.start();
            var started = new EmbeddedPostgres(folder, server, port);
            started.provideDatabase();
            log.info(
                    "PostgreSQL runs on port {} over {} ({} ms)",
                    port,
                    folder.postgres(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            return started;
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    @Override
    public String getUsername() {
        return APPLICATION;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url(APPLICATION);
    }

    @Override
    public void close() {
        server.stop();
        folder.close();
    }

    /** A connection as superuser to the maintenance database. */
    Connection administer() {
        try {
            var cluster = server.cluster();
            return DriverManager.getConnection(
                    url("postgres"), cluster.superuser(), cluster.password().read());
        } catch (SQLException failure) {
            throw new DatabaseFailed("Không kết nối được / cannot connect: " + failure.getMessage(), failure);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Server serverIn(DataFolder folder) {
        try {
            var root = folder.postgres();
            var account = Account.owning(folder.root(), Platform.current());
            var logs = Files.createDirectories(root.resolve("log"));
            var binaries = Binaries.unpackedIn(root);
            account.own(binaries.home());
            account.own(logs);
            account.own(root);
            folder.ownFiles().forEach(account::own);
            var tools = new Tools(binaries, account, logs);
            return new Server(new Cluster(root.resolve("cluster"), Secret.in(root, account), tools), tools);
        } catch (IOException failure) {
            throw new DatabaseFailed("Không ghi được vào / cannot write to " + folder.postgres(), failure);
        }
    }

    private void provideDatabase() {
        try (var connection = administer();
                var statement = connection.createStatement()) {
            if (!finds(statement, "select 1 from pg_roles where rolname = '" + APPLICATION + "'")) {
                statement.execute("create role " + APPLICATION + " login");
            }
            statement.execute("alter role " + APPLICATION + " password '" + password + "'");
            if (!finds(statement, "select 1 from pg_database where datname = '" + APPLICATION + "'")) {
                statement.execute("create database " + APPLICATION + " owner " + APPLICATION);
            }
        } catch (SQLException | RuntimeException failure) {
            server.stop();
            throw new DatabaseFailed("Không tạo được cơ sở dữ liệu / cannot create the database", failure);
        }
    }

    private static boolean finds(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new DatabaseFailed("Không còn cổng trống / no free port", failure);
        }
    }
}
