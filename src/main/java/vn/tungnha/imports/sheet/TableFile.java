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
    public static final int MOST_ROWS = 50_000;

    static final int MOST_COLUMNS = 200;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int PROBE = 4096;

    private final Path file;

    /**
     * Reads every row below the heading.
     *
     * @throws RuleBroken when the file is not what it should be, with a message for whoever sent it
     */
    public Extent read(List<Column> columns, RowHandler rows) {
        HeadedTable table = new HeadedTable(columns, rows);
        try {
            byte[] start = start();
            if (start.length == 0) {
                throw new RuleBroken("imports.file.empty");
            }
            if (startsWith(start, OLE)) {
                throw new RuleBroken("imports.file.old-or-encrypted");
            }
            if (startsWith(start, ZIP)) {
                new XlsxFile(file).read(table);
            } else {
                new CsvFile(file, start).read(table);
            }
        } catch (IOException unreadable) {
            throw new RuleBroken("imports.file.unreadable");
        }
        return table.extent();
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
