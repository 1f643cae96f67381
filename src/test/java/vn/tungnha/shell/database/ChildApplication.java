package vn.tungnha.shell.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tungnha.TungNhaApplication;

/** The whole application in a JVM of its own, over its own data folder, to be killed without warning. */
record ChildApplication(Process process, int port) {

    static ChildApplication over(Path folder) {
        int port = freePort();
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            TungNhaApplication.class.getName(),
                            "--server.port=" + port,
                            "--tungnha.catalogue.load=false",
                            "--tungnha.data-dir=" + folder)
                    .redirectErrorStream(true)
                    .directory(new File(System.getProperty("java.io.tmpdir")))
                    .start();
            var child = new ChildApplication(process, port);
            child.awaitStart(process.inputReader());
            return child;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Reads on in the background afterwards, so that the child never waits for its reader. */
    private void awaitStart(BufferedReader output) throws IOException {
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Started TungNhaApplication")) {
                var reader = new Thread(() -> output.lines().forEach(more -> {}), "output of the child");
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        throw new AssertionError("The application did not start:\n" + said);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
