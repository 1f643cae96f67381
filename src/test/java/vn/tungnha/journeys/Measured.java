package vn.tungnha.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Locale;

/** Figures that {@code src/docs/phone-measure.sh} keeps; nothing is asserted about them. */
final class Measured {

    private Measured() {}

    static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    static void write(String what, double seconds, LocalDate day) {
        String row = String.format(Locale.GERMANY, "| %s | %.1f s | %s |%n", what, seconds, day);
        System.out.print(row);
        try {
            Files.writeString(
                    Path.of("target", "phone-measured.md"),
                    row,
                    UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
