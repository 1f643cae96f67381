package vn.tungnha.imports.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.tungnha.shared.RuleBroken;

/** Text with commas, semicolons or tabs between its cells, in the encodings spreadsheets write. */
@RequiredArgsConstructor
class CsvFile {

    private static final char MARK = '\uFEFF';
    private static final int MOST_LINES = 1_000_000;
    private static final Charset VIETNAMESE = Charset.forName("windows-1258");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final double PLAUSIBLE = 0.6;

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
        rows.sheet("", new Merges());
        try (Reader reader = reader(charset);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            for (CSVRecord row : parser) {
                if (row.getRecordNumber() > MOST_LINES) {
                    throw new RuleBroken("imports.file.too-many-rows", String.valueOf(TableFile.MOST_ROWS));
                }
                int number = Math.toIntExact(row.getRecordNumber());
                if (!rows.row(new RawRows.RawRow(number, Wide.checked(row.toList()), false))) {
                    break;
                }
            }
            rows.sheetEnds();
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
                        .onUnmappableCharacter(
                                charset.equals(WESTERN) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)));
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
        return isUtf8() ? StandardCharsets.UTF_8 : ofBytes();
    }

    private boolean isUtf8() {
        // the last letter may be cut in two
        int end = start.length;
        while (end > 0 && end > start.length - 4 && start[end - 1] < 0) {
            end--;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(start, 0, end));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /**
     * One byte a letter: that of Windows for Vietnamese, or the Western one over which the fonts of TCVN3 and VNI were
     * drawn. Where neither gives Vietnamese the file is refused as UTF-8 gone wrong.
     */
    private Charset ofBytes() {
        String vietnamese = Normalizer.normalize(new String(start, VIETNAMESE), Normalizer.Form.NFC);
        String western = new String(start, WESTERN);
        double asVietnamese = Syllables.count(vietnamese, Lettering.UNICODE).share();
        double asDrawn = Math.max(
                Syllables.count(western, Lettering.TCVN3).share(),
                Syllables.count(western, Lettering.VNI).share());
        if (Math.max(asVietnamese, asDrawn) < PLAUSIBLE) {
            return StandardCharsets.UTF_8;
        }
        return asVietnamese >= asDrawn ? VIETNAMESE : WESTERN;
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
            for (char candidate : new char[] {',', ';', '\t', '|'}) {
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
