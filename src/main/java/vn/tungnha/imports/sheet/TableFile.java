package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.Column;

/** A file that somebody sent, told apart by its first bytes, never by its name. */
@RequiredArgsConstructor
public class TableFile {

    /** Rows of data a file may have. */
    public static final int MOST_ROWS = 100_000;

    static final int MOST_COLUMNS = 200;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int PROBE = 1 << 16;

    private final Path file;

    /**
     * Finds the tables in the file and what their columns mean.
     *
     * @throws RuleBroken when the file is not what it should be, with a message for whoever sent it
     */
    public Layout survey(List<Column> columns) {
        return surveyed(columns).layout();
    }

    /** The same, and at least one table has what is required. */
    public Layout require(List<Column> columns) {
        Survey survey = surveyed(columns);
        if (survey.layout().taken().isEmpty()) {
            List<String> missing = survey.missing();
            throw missing.isEmpty()
                    ? new RuleBroken("imports.file.no-heading")
                    : new RuleBroken("imports.file.missing-columns", String.join(", ", missing));
        }
        return survey.layout();
    }

    /** @param carried columns that merged or empty cells take from the row above */
    public Extent read(List<Column> columns, List<String> carried, Layout layout, RowHandler rows) {
        LaidTable table = LaidTable.of(columns, carried, layout, rows);
        open(table);
        return table.extent();
    }

    private Survey surveyed(List<Column> columns) {
        Survey survey = new Survey(columns, new Meaning(columns));
        open(survey);
        return survey;
    }

    private void open(RawRows rows) {
        try {
            byte[] start = start();
            if (start.length == 0) {
                throw new RuleBroken("imports.file.empty");
            }
            if (startsWith(start, OLE)) {
                new XlsFile(file).read(rows);
            } else if (startsWith(start, ZIP)) {
                new XlsxFile(file).read(rows);
            } else {
                new CsvFile(file, start).read(rows);
            }
        } catch (IOException unreadable) {
            throw new RuleBroken("imports.file.unreadable");
        }
    }

    private byte[] start() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PROBE);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
