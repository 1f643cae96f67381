package vn.tungnha.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.Column;

class TableFileTests {

    private static final List<Column> COLUMNS = List.of(
            Column.required("street", "Đường, kiệt", "Street", "Kiệt 112", "địa chỉ"),
            Column.required("born", "Năm sinh", "Birth year", "1958"),
            Column.optional("phone", "Điện thoại", "Phone", "0905"));

    @TempDir
    private Path folder;

    private final Map<Integer, Map<String, String>> rows = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsCommasSemicolonsAndTabs(String delimiter) throws IOException {
        Extent extent = read("\uFEFF" + String.join(delimiter, "duong kiet", "NĂM  SINH *", "Khác") + "\r\n"
                + String.join(delimiter, "\"Kiệt 112\"", "1958", "x") + "\r\n\r\n"
                + String.join(delimiter, "Kiệt 114", "1961") + "\r\n");

        assertThat(rows)
                .isEqualTo(Map.of(
                        2,
                        Map.of("street", "Kiệt 112", "born", "1958"),
                        4,
                        Map.of("street", "Kiệt 114", "born", "1961")));
        assertThat(extent.present()).containsExactly("street", "born");
        assertThat(extent.unknown()).containsExactly("Khác");
    }

    @Test
    void findsTheHeadingBelowATitleAndByAnotherName() throws IOException {
        Extent extent = read("DANH SÁCH HỘ,,\n,,\nĐịa chỉ,Birth Year,SĐT\nKiệt 112,1958,0905\n");

        assertThat(extent.headingRow()).isEqualTo(3);
        assertThat(rows).containsOnlyKeys(4);
    }

    @Test
    void composesLettersAndTrims() throws IOException {
        String apart = Normalizer.normalize("Kiệt  Hải Phòng ", Normalizer.Form.NFD);
        read("Đường kiệt,Năm sinh\n" + apart + ", 1958\n");

        assertThat(rows.get(2)).containsEntry("street", "Kiệt Hải Phòng").containsEntry("born", "1958");
    }

    @Test
    void readsWhatSpreadsheetsCallUnicodeText() throws IOException {
        read("\uFEFFĐường kiệt\tNăm sinh\nKiệt 112\t1958\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(rows.get(2)).containsEntry("street", "Kiệt 112");
    }

    @Test
    void readsWorkbooksWithDaysAndNumbersOnTheSheetThatHasTheHeading() throws IOException {
        Path file = workbook(book -> {
            book.newWorksheet("Bìa").value(0, 0, "Phường");
            Worksheet sheet = book.newWorksheet("Hộ dân");
            sheet.value(3, 0, "Đường, kiệt *");
            sheet.value(3, 1, "Năm sinh");
            sheet.value(3, 2, "Điện thoại");
            sheet.value(4, 0, "Kiệt 112");
            sheet.value(4, 1, LocalDate.of(1958, 3, 2));
            sheet.style(4, 1).format("dd/mm/yyyy").set();
            sheet.value(4, 2, 905123112);
            sheet.value(6, 0, 12.5);
            sheet.value(6, 1, 21246);
        });

        Extent extent = readAll(file);

        assertThat(extent.sheet()).isEqualTo("Hộ dân");
        assertThat(extent.headingRow()).isEqualTo(4);
        assertThat(rows)
                .isEqualTo(Map.of(
                        5, Map.of("street", "Kiệt 112", "born", "02/03/1958", "phone", "905123112"),
                        7, Map.of("street", "12,5", "born", "21246")));
    }

    @Test
    void readsSharesAndDecimalsAsAPersonSeesThem() throws IOException {
        Path file = folder.resolve("shares.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet();
            var share = book.createCellStyle();
            share.setDataFormat(book.createDataFormat().getFormat("0%"));
            var literal = book.createCellStyle();
            literal.setDataFormat(book.createDataFormat().getFormat("0.0\" %\""));
            var heading = sheet.createRow(0);
            heading.createCell(0).setCellValue("Đường, kiệt");
            heading.createCell(1).setCellValue("Năm sinh");
            var typed = sheet.createRow(1);
            typed.createCell(0).setCellValue(0.9);
            typed.getCell(0).setCellStyle(share);
            typed.createCell(1).setCellValue(85.125);
            var reckoned = sheet.createRow(2);
            reckoned.createCell(0).setCellFormula("2/3");
            reckoned.getCell(0).setCellStyle(share);
            reckoned.createCell(1).setCellFormula("\"001\"");
            var said = sheet.createRow(3);
            said.createCell(0).setCellValue(97.2);
            said.getCell(0).setCellStyle(literal);
            said.createCell(1).setCellValue(-0.07);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
        }

        readAll(file);

        assertThat(rows)
                .isEqualTo(Map.of(
                        2, Map.of("street", "90%", "born", "85,125"),
                        3, Map.of("street", "66,6667%", "born", "001"),
                        4, Map.of("street", "97,2", "born", "-0,07")));
    }

    @Test
    void namesTheMissingColumns() {
        assertThat(refusal("Năm sinh,Điện thoại\n1958,0905\n".getBytes(StandardCharsets.UTF_8)))
                .satisfies(refusal -> assertThat(refusal.getKey()).isEqualTo("imports.file.missing-columns"))
                .satisfies(refusal -> assertThat(refusal.getArguments()).containsExactly("Đường, kiệt"));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(refusal(new byte[0]).getKey()).isEqualTo("imports.file.empty");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})
                        .getKey())
                .isEqualTo("imports.file.unreadable");
        assertThat(refusal(new byte[] {1, 0, 2, 0}).getKey()).isEqualTo("imports.file.not-a-table");
        assertThat(refusal("PK\u0003\u0004 and then nothing".getBytes(StandardCharsets.UTF_8))
                        .getKey())
                .isEqualTo("imports.file.unreadable");
        assertThat(refusal("Đường kiệt,Năm sinh\nКиет,1958\n".getBytes(Charset.forName("windows-1251")))
                        .getKey())
                .isEqualTo("imports.file.not-utf8");
    }

    @Test
    void refusesAnUnclosedQuoteAndTooManyColumns() {
        assertThat(refusal("Đường kiệt,Năm sinh\n\"Kiệt 112,1958\n".getBytes(StandardCharsets.UTF_8))
                        .getKey())
                .isEqualTo("imports.file.unreadable");
        String wide = IntStream.range(0, 300).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(refusal(wide.getBytes(StandardCharsets.UTF_8)).getKey()).isEqualTo("imports.file.too-many-columns");
    }

    @Test
    void refusesMoreRowsThanItCanHold() {
        String many = "Đường kiệt,Năm sinh\n" + "Kiệt,1958\n".repeat(TableFile.MOST_ROWS + 1);
        assertThat(refusal(many.getBytes(StandardCharsets.UTF_8)).getKey()).isEqualTo("imports.file.too-many-rows");
    }

    @Test
    void refusesAZipBomb() throws IOException {
        Path file = zip(out -> {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int mega = 0; mega < 70; mega++) {
                out.write(zeros);
            }
        });

        assertThatThrownBy(() -> readAll(file))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.getKey()).isEqualTo("imports.file.too-big"));
        assertThat(Files.size(file)).isLessThan(1 << 20);
    }

    @Test
    void refusesEntitiesAndOtherZips() throws IOException {
        Path entities = zip(out -> {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x/>".getBytes(StandardCharsets.UTF_8));
        });
        Path other = zip(out -> out.putNextEntry(new ZipEntry("word/document.xml")));

        assertThatThrownBy(() -> readAll(entities)).hasMessageContaining("imports.file.unreadable");
        assertThatThrownBy(() -> readAll(other)).hasMessageContaining("imports.file.not-a-table");
    }

    private RuleBroken refusal(byte[] content) {
        try {
            read(content);
        } catch (RuleBroken refusal) {
            return refusal;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        throw new AssertionError("was read: " + rows.keySet());
    }

    private Extent read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private Extent read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("upload"), content);
        return readAll(file);
    }

    private Extent readAll(Path file) {
        TableFile table = new TableFile(file);
        return table.read(COLUMNS, List.of(), table.require(COLUMNS, Knowledge.NONE), row -> {
            rows.put(row.number(), row.cells());
            return true;
        });
    }

    private Path workbook(Consumer<Workbook> filling) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            filling.accept(book);
        }
        return file;
    }

    private Path zip(Filling filling) throws IOException {
        Path file = folder.resolve("zip" + filling.hashCode() + ".xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            filling.fill(out);
        }
        return file;
    }

    private interface Filling {
        void fill(ZipOutputStream out) throws IOException;
    }
}
