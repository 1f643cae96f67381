package vn.tungnha.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tungnha.imports.sheet.Ugliness.Days;
import vn.tungnha.imports.sheet.Ugliness.Format;
import vn.tungnha.imports.sheet.Ugliness.Phones;
import vn.tungnha.imports.sheet.Ugliness.Way;
import vn.tungnha.shared.table.RowCheck;

/** Whatever people do to a list, the same people come out of it, row by row. */
@Tag("slow")
class CorpusTests {

    private static final int RANDOM = Integer.getInteger("tungnha.ugly", 150);

    @TempDir
    private Path folder;

    /** Each oddity by itself in each kind of file that can have it, and the usual ones together. */
    static Stream<Ugliness> corpus() {
        List<Ugliness> corpus = new ArrayList<>();
        long seed = 1;
        for (Way way : Way.values()) {
            for (Format format : List.of(Format.XLSX, Format.XLS)) {
                corpus.add(Ugliness.of(format, seed++, way));
            }
        }
        for (Way way : List.of(Way.TITLES, Way.BLANK_BELOW, Way.TICKS, Way.TOTAL, Way.SIGNATURE, Way.CAPITALS)) {
            corpus.add(Ugliness.of(Format.CSV_SEMICOLON, seed++, way));
        }
        for (Days days : Days.values()) {
            corpus.add(Ugliness.of(Format.XLSX, seed++).with(days));
            corpus.add(Ugliness.of(Format.CSV, seed++).with(days));
        }
        for (Phones phones : Phones.values()) {
            corpus.add(Ugliness.of(Format.XLSX, seed++).with(phones));
            corpus.add(Ugliness.of(Format.CSV_UTF16, seed++).with(phones));
        }
        for (int headings = 0; headings < UglyWriter.HEADINGS.size(); headings++) {
            corpus.add(Ugliness.of(Format.XLSX, seed++, Way.SHUFFLED).headed(headings));
            corpus.add(Ugliness.of(Format.XLSX, seed++, Way.TICKS, Way.TWO_HEADING_ROWS, Way.MERGED, Way.TITLES)
                    .headed(headings));
        }
        return corpus.stream();
    }

    @Test
    void holdsAtLeastSixtyWorkbooks() {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void readsEveryRowOfAnUglyWorkbook(Ugliness how) {
        assertThatItComesBack(how);
    }

    static LongStream seeds() {
        return LongStream.range(10_000, 10_000 + RANDOM);
    }

    /** A random register in a randomly ugly workbook is read back the same. */
    @ParameterizedTest
    @MethodSource("seeds")
    void readsARandomRegisterBack(long seed) {
        assertThatItComesBack(Ugliness.random(seed));
    }

    private void assertThatItComesBack(Ugliness how) {
        Random random = new Random(how.seed());
        Register register = Register.of(random, 1 + random.nextInt(60), 4 + random.nextInt(5));
        UglyBook read = UglyBook.of(UglyWriter.write(register, how, folder));

        List<Map<String, String>> rows = new ArrayList<>();
        read.rows.forEach((number, cells) -> rows.add(understood(number, cells)));
        assertThat(rows).as(how.toString()).containsExactlyElementsOf(register.people());
    }

    /** As a kind of import understands the cells. */
    private static Map<String, String> understood(int number, Map<String, String> cells) {
        RowCheck check = new RowCheck(number, cells);
        Map<String, String> understood = new LinkedHashMap<>();
        UglyWriter.CODES.forEach(code -> {
            String text =
                    switch (code) {
                        case "birthYear" -> String.valueOf(check.year(code, 2026));
                        case "phone" -> String.valueOf(check.phone(code));
                        default -> cells.getOrDefault(code, "");
                    };
            understood.put(code, text);
        });
        assertThat(check.findings()).isEmpty();
        return understood;
    }
}
