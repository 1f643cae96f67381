package vn.tungnha.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        var left = processes();
        var written = writtenPid();
        if (left.stream().anyMatch(process -> process.pid() == written)) {
            log.warn("Stopping the PostgreSQL (process {}) that a killed run left behind", written);
            stop();
        } else if (written > 0 && isSomebodyElse(written)) {
            removePidFile();
        }
        left.forEach(Server::awaitEnd);
    }

    /** Only servers of this very folder run programs from below it. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command ->
                        Path.of(command).startsWith(tools.binaries().home().getParent()))
                .isPresent();
    }

    /** The number was given again after a crash; of a process that does not say what it is nothing is known. */
    private boolean isSomebodyElse(long pid) {
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().isPresent() && !isOurs(process))
                .isPresent();
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

    /** The workers of a dead server notice it by themselves, but not at once. */
    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
        } catch (ExecutionException gone) {
            log.debug("Process {} cannot be waited for", process.pid(), gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
