package vn.tungnha.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Lines of a list under {@code reference/}, split at semicolons. */
final class ReferenceFile {

    private ReferenceFile() {}

    static List<String[]> rows(String path) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource("reference/" + path).getInputStream(), UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String[] list(String field) {
        return field.split("\\|", -1);
    }

    static double[] numbers(String field) {
        String[] parts = list(field);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }
}
