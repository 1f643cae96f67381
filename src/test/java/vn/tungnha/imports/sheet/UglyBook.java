package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tungnha.imports.sheet.SheetRow.Change;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Column.Nature;

/** Workbooks as wards send them, made by hand, and what is read out of them. */
final class UglyBook {

    static final List<Column> COLUMNS = List.of(
            Column.required("village", "Tổ, thôn", "Village", "Tổ 12", "tổ", "thôn", "tổ dân phố"),
            Column.required("alley", "Đường, kiệt", "Street or alley", "Kiệt 112", "địa chỉ", "đường"),
            Column.required("number", "Số nhà", "House number", "K112/14", "số"),
            Column.optional("householder", "Chủ hộ", "Householder", "Nguyễn Văn Sáu", "họ tên chủ hộ")
                    .as(Nature.PERSON),
            Column.optional("name", "Họ tên", "Name", "Nguyễn Văn Sáu", "họ và tên", "tên")
                    .as(Nature.PERSON),
            Column.optional("birthYear", "Năm sinh", "Birth year", "1958", "ngày sinh", "ngày tháng năm sinh")
                    .as(Nature.YEAR),
            Column.optional("sex", "Giới tính", "Sex", "Nam"),
            Column.optional("phone", "Điện thoại", "Phone", "0905", "số điện thoại", "sđt")
                    .as(Nature.PHONE));

    static final List<String> CARRIED = List.of("village", "alley", "number", "householder");

    final Map<Integer, Map<String, String>> rows = new TreeMap<>();
    final List<Change> changes = new ArrayList<>();
    Extent extent = new Extent("", 0, 0, List.of(), List.of(), List.of());
    Layout layout = new Layout(List.of());

    static UglyBook xlsx(Path folder, Consumer<Workbook> filling) {
        return written(new XSSFWorkbook(), folder.resolve("ugly.xlsx"), filling);
    }

    static UglyBook xls(Path folder, Consumer<Workbook> filling) {
        return written(new HSSFWorkbook(), folder.resolve("ugly.xls"), filling);
    }

    private static UglyBook written(Workbook book, Path file, Consumer<Workbook> filling) {
        filling.accept(book);
        try (book;
                OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return of(file);
    }

    static UglyBook of(Path path) {
        UglyBook read = new UglyBook();
        TableFile file = new TableFile(path);
        read.layout = file.require(COLUMNS, Knowledge.NONE);
        read.extent = file.read(COLUMNS, CARRIED, read.layout, row -> {
            read.rows.put(row.number(), row.cells());
            read.changes.addAll(row.changes());
            return true;
        });
        return read;
    }

    List<String> rules() {
        return changes.stream().map(Change::rule).distinct().sorted().toList();
    }

    static void put(Sheet sheet, int row, Object... cells) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        for (int index = 0; index < cells.length; index++) {
            Cell cell = line.createCell(index);
            if (cells[index] instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (cells[index] != null) {
                cell.setCellValue(cells[index].toString());
            }
        }
    }

    static void merge(Sheet sheet, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }
}
