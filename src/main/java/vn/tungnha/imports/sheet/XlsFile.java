package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import vn.tungnha.imports.sheet.Merges.Area;
import vn.tungnha.shared.RuleBroken;

/** An Excel workbook of before 2007. Its format holds no more than 65,536 rows a sheet, so it is read whole. */
@RequiredArgsConstructor
class XlsFile {

    private static final long MOST_BYTES = 30L << 20;

    private final Path file;

    void read(RawRows rows) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new RuleBroken("imports.file.too-big");
        }
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            refuse(container.getRoot());
            try (HSSFWorkbook book = new HSSFWorkbook(container, false)) {
                for (int index = 0; index < book.getNumberOfSheets(); index++) {
                    Sheet sheet = book.getSheetAt(index);
                    if (book.getSheetVisibility(index) == SheetVisibility.VISIBLE
                            && rows.sheet(sheet.getSheetName(), merges(sheet))) {
                        read(sheet, book.getInternalWorkbook().isUsing1904DateWindowing(), rows);
                        rows.sheetEnds();
                    }
                }
            }
        } catch (EncryptedDocumentException locked) {
            throw new RuleBroken("imports.file.encrypted");
        } catch (RuleBroken refused) {
            throw refused;
        } catch (RuntimeException broken) {
            // the library has no one exception for what is broken
            throw new RuleBroken("imports.file.unreadable");
        }
    }

    private static void refuse(DirectoryNode root) {
        if (root.hasEntry("EncryptedPackage")) {
            throw new RuleBroken("imports.file.encrypted");
        }
        if (root.hasEntry("_VBA_PROJECT_CUR")) {
            throw new RuleBroken("imports.file.macros");
        }
        if (!root.hasEntry("Workbook") && !root.hasEntry("Book") && !root.hasEntry("WORKBOOK")) {
            throw new RuleBroken("imports.file.not-a-table");
        }
    }

    private static Merges merges(Sheet sheet) {
        Merges merges = new Merges();
        for (CellRangeAddress area : sheet.getMergedRegions()) {
            merges.add(new Area(area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn()));
        }
        return merges.sorted();
    }

    private static void read(Sheet sheet, boolean from1904, RawRows rows) {
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.getLastCellNum(); column++) {
                Cell cell = row.getCell(column);
                cells.add(cell == null ? "" : text(cell, from1904));
            }
            if (!rows.row(new RawRows.RawRow(row.getRowNum() + 1, Wide.checked(cells), row.getZeroHeight()))) {
                return;
            }
        }
    }

    private static String text(Cell cell, boolean from1904) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                Numbers.text(
                        Double.toString(cell.getNumericCellValue()),
                        cell.getCellStyle().getDataFormatString(),
                        from1904);
            case STRING -> Numbers.untied(cell.getStringCellValue());
            case BOOLEAN -> cell.getBooleanCellValue() ? "1" : "0";
            case ERROR -> "#N/A";
            default -> "";
        };
    }
}
