package vn.tungnha.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The processes of the operating system that run programs from below one folder. */
record Processes(Path folder) {

    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(10);

    List<ProcessHandle> running() {
        return ProcessHandle.allProcesses()
                .filter(this::runsFromHere)
                .filter(Processes::isAlive)
                .toList();
    }

    /** Of a process that does not say what it is nothing is known, so the answer is no. */
    boolean isStranger(ProcessHandle process) {
        return process.info().command().isPresent() && !runsFromHere(process);
    }

    /** The dead that nobody has buried yet still have a number, but hold nothing. */
    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process);
    }

    /** Workers of a dead server notice it by themselves, but not at once. */
    static void awaitEnd(ProcessHandle process) {
        var begin = System.nanoTime();
        while (isAlive(process)) {
            if (System.nanoTime() - begin > PATIENCE) {
                process.destroyForcibly();
                return;
            }
            pause();
        }
    }

    private boolean runsFromHere(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(folder))
                .isPresent();
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            var state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return state.startsWith(") Z", state.lastIndexOf(')'));
        } catch (IOException noSuchSystem) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailed("Bị ngắt / interrupted", interrupted);
        }
    }
}
