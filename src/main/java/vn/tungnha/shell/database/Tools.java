package vn.tungnha.shell.database;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the programs of PostgreSQL under the right account and keeps what they say beside the server's log. */
record Tools(Binaries binaries, Account account, Path logs) {

    /** What a program answered: its exit code and all it printed. */
    record Answer(int code, String output) {

        boolean ok() {
            return code == 0;
        }
    }

    Answer run(String program, List<String> arguments) {
        var command = new ArrayList<>(account.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        // a file and not a pipe: a server that inherits the pipe would keep it open for ever
        var output = logs.resolve(program + ".out");
        try {
            var process = new ProcessBuilder(command)
                    .directory(logs.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            account.own(output);
            process.getOutputStream().close();
            var code = process.waitFor();
            return new Answer(code, new String(Files.readAllBytes(output), Charset.defaultCharset()).strip());
        } catch (IOException failure) {
            throw new DatabaseFailed("Không chạy được / cannot run " + command.get(0), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailed("Bị ngắt / interrupted: " + program, interrupted);
        }
    }

    void mustRun(String program, List<String> arguments) {
        var answer = run(program, arguments);
        if (!answer.ok()) {
            throw new DatabaseFailed(program + " (" + answer.code() + "): " + answer.output());
        }
    }
}
