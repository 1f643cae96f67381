package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.imports.sheet.Knowledge.Place;
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
    public Surveyed survey(List<Column> columns, Knowledge knowledge) {
        Survey survey = new Survey(columns, new Meaning(columns), knowledge);
        open(survey);
        Layout layout = survey.layout();
        List<String> missing = survey.missing();
        return new Surveyed(
                layout,
                !layout.taken().isEmpty()
                        ? null
                        : missing.isEmpty()
                                ? new RuleBroken("imports.file.no-heading")
                                : new RuleBroken("imports.file.missing-columns", String.join(", ", missing)));
    }

    /** The same, and at least one table has what is required. */
    public Layout require(List<Column> columns, Knowledge knowledge) {
        Surveyed surveyed = survey(columns, knowledge);
        if (surveyed.lack() != null) {
            throw surveyed.lack();
        }
        return surveyed.layout();
    }

    /** What somebody is shown who is to help: the sheet that comes nearest, from its likely heading on. */
    public Layout toCorrect(List<Column> columns, Layout found) {
        if (found.sheets().isEmpty()) {
            return found;
        }
        int nearest = found.nearest();
        if (found.sheets().get(nearest).headingRow() > 0) {
            return found.taking(nearest);
        }
        int row = beginnings().get(nearest).likelyHeading();
        return row == 0
                ? found
                : survey(columns, new Knowledge(Map.of(nearest, new Place(row, 1)), Map.of()))
                        .layout()
                        .taking(nearest);
    }

    /** The first rows of every sheet, as they stand. */
    public List<Beginning> beginnings() {
        Beginnings beginnings = new Beginnings();
        open(beginnings);
        return beginnings.found();
    }

    /** @param lack why it cannot be read without somebody's help; null = it can */
    public record Surveyed(Layout layout, @Nullable RuleBroken lack) {}

    /** @param carried columns that merged or empty cells take from the row above */
    public Extent read(List<Column> columns, List<String> carried, Layout layout, RowHandler rows) {
        LaidTable table = LaidTable.of(columns, carried, layout, rows);
        open(table);
        return table.extent();
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
