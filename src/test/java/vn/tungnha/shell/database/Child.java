package vn.tungnha.shell.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link Writer} in a JVM of its own, to be killed without warning. */
record Child(Process process, BufferedReader output) {

    private static final String WRITTEN = "written ";

    static Child over(Path folder) {
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return start(List.of(), classPath, folder);
    }

    static Child start(List<String> prefix, String classPath, Path folder) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                classPath,
                Writer.class.getName(),
                folder.toString()));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .directory(new File(System.getProperty("java.io.tmpdir")))
                    .start();
            return new Child(process, process.inputReader());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until so many more writes have been acknowledged, and answers the last of their numbers. */
    long awaitWrites(int count) {
        return acknowledged().limit(count).reduce((first, second) -> second).orElseThrow();
    }

    /** {@code kill -9}; answers the numbers acknowledged meanwhile, so that none is left out of the reckoning. */
    List<Long> kill() {
        // not by the Process itself, which would throw away what is still in the pipe
        process.toHandle().destroyForcibly();
        var last = acknowledged().toList();
        process.onExit().join();
        return last;
    }

    private Stream<Long> acknowledged() {
        return Stream.generate(this::line)
                .takeWhile(line -> line != null)
                .filter(line -> line.startsWith(WRITTEN))
                .map(line -> Long.valueOf(line.substring(WRITTEN.length()).strip()));
    }

    /** Null = the child has ended. */
    private String line() {
        try {
            return output.readLine();
        } catch (IOException ended) {
            return null;
        }
    }
}
