package vn.tungnha.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start finds when the run before it was killed, or is still there. */
@Tag("slow")
class KilledServerTests {

    @TempDir
    private Path folder;

    @Test
    void findsEveryAcknowledgedWriteAfterThreeKillsInARow() throws SQLException {
        var acknowledged = new LinkedHashSet<Long>();
        for (var run = 0; run < 3; run++) {
            var child = Child.over(folder);
            var last = child.awaitWrites(20);
            acknowledged.add(last);
            acknowledged.addAll(child.kill());
        }

        try (var server = Writer.open(folder)) {
            var found = written(server);
            assertThat(found).containsAll(acknowledged);
            assertThat(found).hasSizeGreaterThanOrEqualTo(60);
        }
    }

    @Test
    void findsEveryAcknowledgedWriteAfterTheDatabaseItselfIsKilled() throws Exception {
        var child = Child.over(folder);
        var acknowledged = child.awaitWrites(20);
        killPostmaster();
        child.process().waitFor();
        var rest = child.kill();

        try (var server = Writer.open(folder)) {
            assertThat(written(server)).contains(acknowledged).containsAll(rest);
        }
    }

    @Test
    void stopsTheOrphanOfAKilledRun() throws Exception {
        var child = Child.over(folder);
        child.awaitWrites(1);
        child.kill();
        var orphan = postmaster();
        assertThat(Processes.isAlive(orphan)).isTrue();

        try (var server = Writer.open(folder)) {
            assertThat(Processes.isAlive(orphan)).isFalse();
            assertThat(Processes.isAlive(postmaster())).isTrue();
            assertThat(written(server)).isNotEmpty();
        }
    }

    @Test
    void tellsASecondStartThatTheFolderIsInUse() {
        var child = Child.over(folder);
        child.awaitWrites(1);
        try {
            assertThatThrownBy(() -> Writer.open(folder)).isInstanceOfSatisfying(DataFolderInUse.class, refused -> {
                var said = new DataFolderInUseAnalyzer().analyze(refused);
                assertThat(said.getDescription())
                        .contains(
                                "đang được",
                                "in use",
                                Long.toString(child.process().pid()));
            });
            assertThat(child.awaitWrites(1)).isPositive();
        } finally {
            child.kill();
            Writer.open(folder).close();
        }
    }

    @Test
    void keepsTheLockWhenASecondStartInTheSameProgramIsRefused() throws Exception {
        try (var server = Writer.open(folder)) {
            assertThatThrownBy(() -> Writer.open(folder)).isInstanceOf(DataFolderInUse.class);

            var child = Child.over(folder);
            assertThat(child.process().waitFor())
                    .as("exit code of a second program")
                    .isNotZero();
            assertThat(child.kill()).as("its writes").isEmpty();
            assertThat(server.administer().isValid(5)).isTrue();
        }
    }

    @Test
    void ignoresAProcessThatOnlyInheritedTheNumber() throws Exception {
        Writer.open(folder).close();
        var stranger = ProcessHandle.current().pid();
        Files.writeString(pidFile(), stranger + "\n" + folder + "\n0\n1\n\n127.0.0.1\n0 0\nready\n");

        try (var server = Writer.open(folder)) {
            assertThat(server.administer().isValid(5)).isTrue();
        }
    }

    @Test
    void stopsItsServerAtTheEnd() throws Exception {
        var server = Writer.open(folder);
        var postmaster = postmaster();

        server.close();

        assertThat(pidFile()).doesNotExist();
        Processes.awaitEnd(postmaster);
        assertThat(Processes.isAlive(postmaster)).isFalse();
    }

    private void killPostmaster() throws Exception {
        postmaster().destroyForcibly();
    }

    private ProcessHandle postmaster() throws Exception {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).get(0)))
                .orElseThrow();
    }

    private Path pidFile() {
        return folder.resolve("postgres/cluster/postmaster.pid");
    }

    private static Set<Long> written(EmbeddedPostgres server) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var rows = connection.createStatement().executeQuery("select number from written order by number")) {
            var numbers = new LinkedHashSet<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }
}
