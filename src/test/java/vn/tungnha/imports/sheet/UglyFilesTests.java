package vn.tungnha.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tungnha.imports.sheet.UglyBook.merge;
import static vn.tungnha.imports.sheet.UglyBook.put;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UglyFilesTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAListWithTitlesTwoHeadingRowsMergedHouseholdsTotalsAndSignatures(boolean old) {
        UglyBook read = old ? UglyBook.xls(folder, this::ward) : UglyBook.xlsx(folder, this::ward);

        assertThat(read.extent.headingRow()).isEqualTo(5);
        assertThat(read.rows.keySet()).containsExactly(8, 9, 10);
        assertThat(read.rows.get(8))
                .isEqualTo(Map.of(
                        "village", "Tổ 12",
                        "alley", "Kiệt 112 Hải Phòng",
                        "number", "K112/14",
                        "householder", "Nguyễn Văn Sáu",
                        "name", "Nguyễn Văn Sáu",
                        "birthYear", "1958",
                        "sex", "Nam",
                        "phone", "0905123112"));
        assertThat(read.rows.get(9))
                .containsEntry("number", "K112/14")
                .containsEntry("householder", "Nguyễn Văn Sáu")
                .containsEntry("name", "Lê Thị Lài")
                .containsEntry("birthYear", "1961")
                .containsEntry("sex", "Nữ");
        assertThat(read.rows.get(10)).containsEntry("number", "K112/16").containsEntry("alley", "Kiệt 112 Hải Phòng");
        assertThat(read.rules()).contains("capitals", "merged", "phone-zero", "tick", "fixed");
        assertThat(read.extent.left())
                .anyMatch(left -> left.contains("Tổng cộng"))
                .anyMatch(left -> left.contains("NGƯỜI LẬP"));
        assertThat(read.extent.unknown()).contains("STT", "Ghi chú");
    }

    private void ward(Workbook book) {
        Sheet sheet = book.createSheet("Danh sách");
        put(sheet, 0, "ỦY BAN NHÂN DÂN PHƯỜNG TÂN CHÍNH");
        merge(sheet, 0, 0, 0, 8);
        put(sheet, 2, "DANH SÁCH HỘ DÂN TỔ 12");
        merge(sheet, 2, 2, 0, 8);
        put(sheet, 4, "STT", "HỌ TÊN CHỦ HỘ", "Địa chỉ", "Số nhà", "Họ và tên", "Năm sinh", null, "SĐT", "Ghi chú");
        put(sheet, 5, null, null, null, null, null, "Nam", "Nữ");
        merge(sheet, 4, 4, 5, 6);
        for (int column : List.of(0, 1, 2, 3, 4, 7, 8)) {
            merge(sheet, 4, 5, column, column);
        }
        put(sheet, 6, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)");
        put(sheet, 7, 1, "NGUYỄN VĂN SÁU", "Kiệt 112 Hải Phòng", "K112/14", "NGUYỄN VĂN SÁU", 1958, null, 905123112);
        put(sheet, 8, 2, null, null, null, "Lê Thị Lài", null, 1961);
        merge(sheet, 7, 8, 1, 1);
        merge(sheet, 7, 9, 2, 2);
        merge(sheet, 7, 8, 3, 3);
        put(sheet, 9, 3, "Trần  Văn Ba", null, "K112/16", "Trần Văn Ba", 1970);
        put(sheet, 10, null, "Tổng cộng: 2 hộ");
        put(sheet, 12, null, null, null, null, null, "Đà Nẵng, ngày 3 tháng 9 năm 2026");
        put(sheet, 13, null, "NGƯỜI LẬP", null, null, null, "TỔ TRƯỞNG");
        put(sheet, 16, null, "Trần Thị Sâm", null, null, null, "Lê Văn Bảy");
    }

    @Test
    void readsEverySheetThatHasAListAndKeepsTheirRowsApart() {
        UglyBook read = UglyBook.xlsx(folder, book -> {
            put(book.createSheet("Bìa"), 0, "Hướng dẫn");
            for (int team = 3; team <= 4; team++) {
                Sheet sheet = book.createSheet("Tổ " + team);
                put(sheet, 0, "Số nhà", "Đường", "Họ tên");
                put(sheet, 1, "K1/" + team, "Kiệt 1", "Lê Thị Lài");
            }
        });

        assertThat(read.rows.values()).extracting(row -> row.get("village")).containsExactly("Tổ 3", "Tổ 4");
        assertThat(read.rows.keySet()).extracting(Layout::row).containsExactly(2, 2);
        assertThat(read.rows.keySet()).extracting(read.layout::sheetOf).containsExactly("Tổ 3", "Tổ 4");
    }

    @Test
    void leavesAGuideBesideTheListOutAndSaysSo() {
        UglyBook read = UglyBook.xlsx(folder, book -> {
            Sheet sheet = book.createSheet("Hộ");
            put(sheet, 0, "Tổ", "Đường", "Số nhà", "Chủ hộ", "Họ tên", "Năm sinh", "SĐT");
            put(sheet, 1, "Tổ 1", "Kiệt 1", "14", "Lê Thị Lài", "Lê Thị Lài", "1961", "0905123112");
            Sheet guide = book.createSheet("Hướng dẫn");
            put(guide, 0, "Tổ", "Đường", "Số nhà");
            put(guide, 1, "Tổ 12", "Kiệt 112", "K112/14");
        });

        assertThat(read.rows).hasSize(1);
        assertThat(read.extent.left()).containsExactly("Hướng dẫn");
    }

    @Test
    void carriesTheHouseholdDownWhereOnlyItsFirstRowNamesIt() {
        UglyBook read = UglyBook.xlsx(folder, book -> {
            Sheet sheet = book.createSheet("Hộ");
            put(sheet, 0, "Tổ", "Đường", "Số nhà", "Chủ hộ", "Họ tên");
            put(sheet, 1, "Tổ 1", "Kiệt 1", "14", "Lê Thị Lài", "Lê Thị Lài");
            put(sheet, 2, null, null, null, null, "Lê Minh Tâm");
            put(sheet, 3, "Tổ 1", "Kiệt 1", null, "Võ Thị Mai", "Võ Thị Mai");
        });

        assertThat(read.rows.get(3)).containsEntry("number", "14").containsEntry("householder", "Lê Thị Lài");
        assertThat(read.rows.get(4)).doesNotContainKey("number");
        assertThat(read.rules()).containsExactly("carried");
    }

    @Test
    void readsColumnsInAnyOrderAndByAbbreviations() {
        UglyBook read = UglyBook.xlsx(folder, book -> {
            Sheet sheet = book.createSheet("Hộ");
            put(sheet, 0, "S.Đ.T", "N.Sinh", "HVT", "GT", "SN", "Đ/c thường trú", "TDP", "Phái");
            put(sheet, 1, "0905123112", "1958", "Lê Thị Lài", "Nữ", "14", "Kiệt 1", "Tổ 1");
        });

        assertThat(read.rows.get(2))
                .containsEntry("phone", "0905123112")
                .containsEntry("name", "Lê Thị Lài")
                .containsEntry("sex", "Nữ")
                .containsEntry("number", "14")
                .containsEntry("village", "Tổ 1");
    }

    @Test
    void tellsOfHiddenRowsAndReadsWhatFormulasLastSaid() {
        UglyBook read = UglyBook.xlsx(folder, book -> {
            Sheet sheet = book.createSheet("Hộ");
            put(sheet, 0, "Tổ", "Đường", "Số nhà", "Năm sinh");
            put(sheet, 1, "Tổ 1", "Kiệt 1", "14", null);
            sheet.getRow(1).createCell(3).setCellFormula("1950+8");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.getRow(1).setZeroHeight(true);
        });

        assertThat(read.rows.get(2)).containsEntry("birthYear", "1958");
        assertThat(read.rules()).containsExactly("hidden");
    }

    @ParameterizedTest
    @CsvSource({"TCVN3", "VNI"})
    void readsTheFontsOfTheNinetiesPerColumn(Lettering lettering) {
        List<String> names = List.of("Nguyễn Thị Hường", "Trần Quốc Đạt", "Võ Thị Mỹ Lệ", "Huỳnh Ngọc Ẩn");
        UglyBook read = UglyBook.xlsx(folder, book -> {
            Sheet sheet = book.createSheet("Hộ");
            put(
                    sheet,
                    0,
                    Drawn.as(lettering, "Tổ"),
                    Drawn.as(lettering, "Địa chỉ"),
                    Drawn.as(lettering, "Số nhà"),
                    Drawn.as(lettering, "Họ và tên"),
                    "Ghi chú");
            for (int index = 0; index < names.size(); index++) {
                put(
                        sheet,
                        index + 1,
                        "Tổ 1",
                        Drawn.as(lettering, "Kiệt đường Hải Phòng"),
                        "14/" + index,
                        Drawn.as(lettering, names.get(index)),
                        "hộ nghèo");
            }
        });

        assertThat(read.rows.values())
                .extracting(row -> row.get("name"))
                .containsExactlyElementsOf(
                        lettering == Lettering.TCVN3
                                ? List.of(names.get(0), names.get(1), names.get(2), "Huỳnh Ngọc ẩn")
                                : names);
        assertThat(read.rows.values()).extracting(row -> row.get("alley")).containsOnly("Kiệt đường Hải Phòng");
        assertThat(read.rows.values()).extracting(row -> row.get("village")).containsOnly("Tổ 1");
        assertThat(read.rules()).containsExactly(lettering.name().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"windows-1258, UNICODE", "windows-1252, TCVN3", "windows-1252, VNI"})
    void readsCsvOfOneByteALetter(String charset, Lettering lettering) throws IOException {
        String text = "Tổ;Đường;Số nhà;Họ và tên\nTổ 1;Kiệt đường Hải Phòng;14;Nguyễn Thị Hường\n";
        String drawn = lettering == Lettering.UNICODE ? Drawn.apart(text) : Drawn.as(lettering, text);
        Path file = Files.write(folder.resolve("a.csv"), drawn.getBytes(Charset.forName(charset)));

        assertThat(UglyBook.of(file).rows.get(2))
                .containsEntry("alley", "Kiệt đường Hải Phòng")
                .containsEntry("name", "Nguyễn Thị Hường");
    }

    @Test
    void leavesUnicodeAlone() {
        UglyBook read = UglyBook.xlsx(folder, book -> {
            Sheet sheet = book.createSheet("Hộ");
            put(sheet, 0, "Tổ", "Đường", "Số nhà", "Họ tên");
            put(sheet, 1, "Tổ 1", "Lê Lài", "14", "Lê Hà");
            put(sheet, 2, "Tổ 1", "Lê Lài", "15", "Võ Thò");
            put(sheet, 3, "Tổ 1", "Lê Lài", "16", Normalizer.normalize("Hồ  Thị Ơi", Normalizer.Form.NFD));
        });

        assertThat(read.rows.values())
                .extracting(row -> row.get("name"))
                .containsExactly("Lê Hà", "Võ Thò", "Hồ Thị Ơi");
        assertThat(read.rules()).containsExactly("nfd", "spaces");
    }

    @Test
    void refusesMacrosLinksAndLockedFilesWithAReason() throws IOException {
        assertRefused(zip("xl/vbaProject.bin"), "imports.file.macros");
        assertRefused(zip("xl/externalLinks/externalLink1.xml"), "imports.file.links");
        assertRefused(locked(), "imports.file.encrypted");
        Path word = folder.resolve("word.doc");
        try (POIFSFileSystem other = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(word)) {
            other.createDocument(
                    new java.io.ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)), "WordDocument");
            other.writeFilesystem(out);
        }
        assertRefused(word, "imports.file.not-a-table");
    }

    @Test
    void refusesASheetWiderThanATable() {
        assertThatThrownBy(() -> UglyBook.xls(folder, book -> put(book.createSheet("Hộ"), 0, new Object[255])))
                .hasMessageContaining("imports.file.no-heading");
        assertThatThrownBy(() -> UglyBook.xlsx(folder, book -> {
                    Sheet sheet = book.createSheet("Hộ");
                    put(sheet, 0, "Tổ", "Đường", "Số nhà");
                    sheet.getRow(0).createCell(16_000).setCellValue("x");
                }))
                .hasMessageContaining("imports.file.too-many-columns");
    }

    private static void assertRefused(Path file, String rule) {
        assertThatThrownBy(() -> UglyBook.of(file)).hasMessageContaining(rule);
    }

    private Path zip(String entry) throws IOException {
        Path file = folder.resolve(entry.replace('/', '-') + ".xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.putNextEntry(new ZipEntry(entry));
        }
        return file;
    }

    private Path locked() throws IOException {
        Path file = folder.resolve("locked.xlsx");
        try (POIFSFileSystem system = new POIFSFileSystem();
                HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            book.createSheet("Hộ");
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("mat-khau");
            try (OutputStream inside = encryptor.getDataStream(system)) {
                book.write(inside);
            } catch (java.security.GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
            system.writeFilesystem(out);
        }
        return file;
    }
}
