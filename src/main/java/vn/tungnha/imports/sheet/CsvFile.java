package vn.tungnha.imports.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.tungnha.shared.RuleBroken;

/** Text with commas, semicolons or tabs between its cells, in UTF-8 or what a spreadsheet calls Unicode text. */
@RequiredArgsConstructor
class CsvFile {

    private static final char MARK = '\uFEFF';

    private final Path file;
    private final byte[] start;

    void read(RawRows rows) throws IOException {
        Charset charset = charset();
        if (charset.equals(StandardCharsets.UTF_8) && holdsZero()) {
            throw new RuleBroken("imports.file.not-a-table");
        }
        CSVFormat format = CSVFormat.EXCEL
                .builder()
                .setDelimiter(delimiter(new String(start, charset)))
                .setIgnoreEmptyLines(false)
                .setLenientEof(false)
                .get();
        rows.sheet("");
        try (Reader reader = reader(charset);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            for (CSVRecord row : parser) {
                if (row.size() > TableFile.MOST_COLUMNS * 10) {
                    throw new RuleBroken("imports.file.too-many-columns", String.valueOf(TableFile.MOST_COLUMNS));
                }
                if (!rows.row(Math.toIntExact(row.getRecordNumber()), row.toList())) {
                    return;
                }
            }
        } catch (UncheckedIOException broken) {
            throw refusal(Objects.requireNonNull(broken.getCause()));
        } catch (CharacterCodingException broken) {
            throw refusal(broken);
        }
    }

    private static RuleBroken refusal(IOException broken) {
        return new RuleBroken(
                broken instanceof CharacterCodingException ? "imports.file.not-utf8" : "imports.file.unreadable");
    }

    /** Strict: letters that are not what they seem are worse than a refusal. */
    private Reader reader(Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    private Charset charset() {
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private boolean holdsZero() {
        for (byte one : start) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whatever stands most often, outside quotes, in one of the first lines. */
    private static char delimiter(String text) {
        char best = ',';
        long most = 0;
        for (String line : text.lines().limit(30).toList()) {
            String bare = line.replaceAll("\"[^\"]*\"", "");
            for (char candidate : new char[] {',', ';', '\t'}) {
                long count = bare.chars().filter(it -> it == candidate).count();
                if (count > most) {
                    most = count;
                    best = candidate;
                }
            }
        }
        return best;
    }
}
