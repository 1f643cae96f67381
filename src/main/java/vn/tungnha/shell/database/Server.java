package vn.tungnha.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lombok.extern.slf4j.Slf4j;

/** The server process over a cluster: started, stopped, and found again when an earlier run left it behind. */
@Slf4j
record Server(Cluster cluster, Tools tools) {

    /** Long, as recovery after a crash of a big database belongs to the start. */
    private static final int START_SECONDS = 600;

    private static final int STOP_SECONDS = 60;

    void start() {
        tools.mustRun(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + cluster.folder(),
                        "--wait",
                        "--timeout=" + START_SECONDS,
                        "--silent",
                        "--log=" + tools.logs().resolve("server.out")));
    }

    void stop() {
        if (!stop("fast") && !stop("immediate")) {
            log.warn("PostgreSQL in {} did not stop", cluster.folder());
        }
    }

    boolean stop(String mode) {
        return tools.run(
                        "pg_ctl",
                        List.of(
                                "stop",
                                "--pgdata=" + cluster.folder(),
                                "--mode=" + mode,
                                "--wait",
                                "--timeout=" + STOP_SECONDS,
                                "--silent"))
                .ok();
    }

    /** Called while this JVM holds the folder, so whatever still runs here belongs to a run that was killed. */
    void clearOrphan() {
        var left = new Processes(tools.binaries().folder());
        var running = left.running();
        var written = writtenPid();
        if (running.stream().anyMatch(process -> process.pid() == written)) {
            log.warn("Stopping the PostgreSQL (process {}) that a killed run left behind", written);
            stop();
        }
        running.forEach(Processes::awaitEnd);
        // left to itself PostgreSQL would take any process with that number, even a dead one, for its own
        ProcessHandle.of(written)
                .filter(process -> !Processes.isAlive(process) || left.isStranger(process))
                .ifPresent(process -> removePidFile());
    }

    /** 0 = none. */
    private long writtenPid() {
        try {
            var lines = Files.readAllLines(pidFile());
            return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
        } catch (IOException | NumberFormatException none) {
            return 0;
        }
    }

    private void removePidFile() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException failure) {
            throw new DatabaseFailed("Không xóa được / cannot delete " + pidFile(), failure);
        }
    }

    private Path pidFile() {
        return cluster.folder().resolve("postmaster.pid");
    }
}
