package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.tungnha.shared.RuleBroken;

/** An Excel workbook, read as a stream. */
@RequiredArgsConstructor
class XlsxFile {

    private final Path file;

    void read(RawRows rows) throws IOException {
        new ZipGuard(file).check();
        Map<String, Merges> merges = new XlsxMerges(file).bySheet();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Sheet> sheets = workbook.getSheets()) {
            for (Sheet sheet : sheets.toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE
                        && rows.sheet(sheet.getName(), merges.getOrDefault(sheet.getName(), new Merges()))) {
                    read(sheet, workbook.isDate1904(), rows);
                    rows.sheetEnds();
                }
            }
        } catch (ExcelReaderException
                | UncheckedIOException
                | IllegalArgumentException
                | IndexOutOfBoundsException broken) {
            throw new RuleBroken("imports.file.unreadable");
        }
    }

    private static void read(Sheet sheet, boolean from1904, RawRows rows) throws IOException {
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                Row row = each.next();
                if (!rows.row(
                        new RawRows.RawRow(row.getRowNum(), Wide.checked(cells(row, from1904)), row.isHidden()))) {
                    return;
                }
            }
        }
    }

    private static List<String> cells(Row row, boolean from1904) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            texts.add(cell == null ? "" : text(cell, from1904));
        }
        return texts;
    }

    private static String text(Cell cell, boolean from1904) {
        String raw = cell.getRawValue();
        boolean number = cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA && cell.getDataFormatString() != null;
        if (number && raw != null) {
            return Numbers.text(raw, cell.getDataFormatString(), from1904);
        }
        if (cell.getType() == CellType.FORMULA && raw != null && raw.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
            return Numbers.text(raw, null, from1904);
        }
        if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
            return raw == null ? "" : raw;
        }
        return Numbers.untied(cell.getText());
    }
}
