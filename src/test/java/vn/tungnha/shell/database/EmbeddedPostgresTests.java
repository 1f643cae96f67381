package vn.tungnha.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.shared.TungNhaProperties;

/** Asks the running server itself. */
@Tag("slow")
class EmbeddedPostgresTests {

    private static final String WRONG_PASSWORD = "28P01";

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        var careless = Map.of("fsync", "off", "listen_addresses", "*", "work_mem", "6MB");
        server = EmbeddedPostgres.start(folder, new TungNhaProperties.Database(0, careless));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "password_encryption, scram-sha-256",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "max_connections, 40",
        "shared_buffers, 128MB",
        "random_page_cost, 1.1",
        "jit, off",
        "server_encoding, UTF8",
    })
    void keepsItsPromisesWhateverIsConfigured(String setting, String value) throws SQLException {
        try (var connection = server.administer();
                var rows = connection.createStatement().executeQuery("show " + setting)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo(value);
        }
    }

    @Test
    void takesOtherSettings() throws SQLException {
        assertThat(ask("show work_mem")).containsExactly("6MB");
    }

    @Test
    void knowsOnlyScram() throws SQLException {
        try (var connection = server.administer();
                var rows = connection
                        .createStatement()
                        .executeQuery("select distinct auth_method, address from pg_hba_file_rules")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("scram-sha-256");
            assertThat(rows.getString(2)).isEqualTo("127.0.0.1");
            assertThat(rows.next()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"postgres, ''", "postgres, postgres", "tungnha, ''", "tungnha, tungnha"})
    void refusesWhoeverDoesNotKnowThePassword(String user, String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.getJdbcUrl(), user, password))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isIn(WRONG_PASSWORD, "08004"));
    }

    @Test
    void givesTheApplicationItsDatabaseButNoMore() throws SQLException {
        assertThat(ask("select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user"))
                .containsExactly("f");
        assertThat(ask("select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                .containsExactly("tungnha");
    }

    @Test
    void knowsVietnameseLetters() throws SQLException {
        assertThat(ask("select lower('ĐÀ NẴNG')")).containsExactly("đà nẵng");
    }

    @Test
    void hidesThePasswordFromOthers() throws Exception {
        assumeTrue(!Platform.current().isWindows(), "POSIX permissions");
        var permissions = Files.getPosixFilePermissions(folder.resolve("postgres/password"));

        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    private static List<String> ask(String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var rows = connection.createStatement().executeQuery(query)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
