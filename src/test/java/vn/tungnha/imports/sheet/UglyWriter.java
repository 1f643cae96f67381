package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tungnha.imports.sheet.Ugliness.Days;
import vn.tungnha.imports.sheet.Ugliness.Format;
import vn.tungnha.imports.sheet.Ugliness.Way;

/** Writes a register as wards do, as ugly as asked for. */
final class UglyWriter {

    static final List<String> CODES =
            List.of("village", "alley", "number", "householder", "name", "birthYear", "sex", "phone");

    /** By the order of the codes. */
    static final List<List<String>> HEADINGS = List.of(
            List.of("Tổ", "Đường, kiệt", "Số nhà", "Chủ hộ", "Họ và tên", "Năm sinh", "Giới tính", "SĐT"),
            List.of(
                    "TỔ DÂN PHỐ",
                    "ĐỊA CHỈ",
                    "SỐ NHÀ",
                    "HỌ TÊN CHỦ HỘ",
                    "HỌ VÀ TÊN",
                    "NĂM SINH",
                    "GIỚI TÍNH",
                    "SỐ ĐIỆN THOẠI"),
            List.of("TDP", "Đ/c", "SN", "Tên chủ hộ", "HVT", "N.Sinh", "GT", "S.Đ.T"),
            List.of("To", "Dia chi", "So nha", "Chu ho", "Ho ten", "Nam sinh", "Gioi tinh", "So dien thoai"),
            List.of(
                    "Tổ dân phố số",
                    "Địa chỉ (đường, kiệt)",
                    "Số nhà",
                    "Họ và tên chủ hộ",
                    "Họ và tên",
                    "Ngày, tháng, năm sinh",
                    "Giới tính",
                    "Điện thoại liên hệ"));

    private static final List<String> SHARED = List.of("village", "alley", "number", "householder");
    private static final List<String> WORDS = List.of("alley", "householder", "name");

    private final Ugliness how;
    private final Random random;
    private final List<List<Object>> lines = new ArrayList<>();
    private final List<int[]> merged = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private int width;

    private UglyWriter(Ugliness how) {
        this.how = how;
        this.random = new Random(how.seed());
    }

    static Path write(Register register, Ugliness how, Path folder) {
        UglyWriter writer = new UglyWriter(how);
        writer.lay(register);
        Path file = folder.resolve("ugly-" + how.seed() + "." + how.format());
        try {
            if (how.csv()) {
                Files.write(file, writer.csv());
            } else {
                writer.book(register, file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    private void lay(Register register) {
        placeColumns();
        if (how.is(Way.TITLES) || how.is(Way.VILLAGE_IN_TITLE)) {
            lines.add(line(0, letters("UBND phường Tân Chính")));
            lines.add(line(
                    0,
                    how.is(Way.VILLAGE_IN_TITLE)
                            ? "Danh sách nhân khẩu " + register.village()
                            : "Danh sách nhân khẩu"));
        }
        if (how.is(Way.BLANK_ROWS)) {
            lines.add(line(0, ""));
        }
        heading();
        if (how.is(Way.COLUMN_NUMBERS)) {
            List<Object> numbers = blank();
            for (int index = 0; index < width; index++) {
                numbers.set(index, "(" + (index + 1) + ")");
            }
            lines.add(numbers);
        }
        String before = "";
        int start = lines.size();
        for (int at = 0; at < register.people().size(); at++) {
            Map<String, String> person = register.people().get(at);
            boolean first = !person.get("number").equals(before);
            before = person.get("number");
            if (first) {
                merge(start);
                start = lines.size();
                if (how.is(Way.BLANK_ROWS) && random.nextInt(3) == 0) {
                    lines.add(blank());
                    start++;
                }
                if (how.is(Way.HEADING_AGAIN) && at == register.people().size() / 2 && at > 0) {
                    heading();
                    start = lines.size();
                }
            }
            person(person, first, at);
        }
        merge(start);
        below(register);
    }

    private void placeColumns() {
        List<String> wanted = new ArrayList<>(CODES);
        if (how.is(Way.VILLAGE_IN_TITLE) || how.is(Way.VILLAGE_IN_SHEET_NAME)) {
            wanted.remove("village");
        }
        if (how.is(Way.TICKS)) {
            wanted.set(wanted.indexOf("sex"), "Nam");
            wanted.add(wanted.indexOf("Nam") + 1, "Nữ");
        }
        if (how.is(Way.STRANGE_COLUMNS)) {
            wanted.add("Ghi chú");
        }
        if (how.is(Way.SHUFFLED)) {
            Collections.shuffle(wanted, random);
        }
        if (how.is(Way.SERIAL_COLUMN)) {
            wanted.add(0, "STT");
        }
        wanted.forEach(code -> columns.put(code, width++));
    }

    private void heading() {
        List<Object> top = blank();
        List<Object> below = blank();
        columns.forEach((code, index) -> {
            int known = CODES.indexOf(code);
            top.set(
                    index,
                    letters(known < 0 ? code : HEADINGS.get(how.headings()).get(known)));
        });
        boolean two = how.is(Way.TWO_HEADING_ROWS) && how.is(Way.TICKS) && nextToEachOther();
        if (two) {
            top.set(columns.get("Nam"), letters("Giới tính"));
            top.set(columns.get("Nữ"), "");
            below.set(columns.get("Nam"), "Nam");
            below.set(columns.get("Nữ"), letters("Nữ"));
        }
        lines.add(top);
        if (two) {
            lines.add(below);
        }
    }

    private boolean nextToEachOther() {
        return columns.get("Nữ") == columns.get("Nam") + 1;
    }

    private void person(Map<String, String> person, boolean first, int at) {
        List<Object> line = blank();
        columns.forEach((code, index) -> line.set(index, cell(code, person, first, at)));
        if (how.is(Way.HIDDEN_ROWS) && random.nextInt(4) == 0) {
            hidden.add(lines.size());
        }
        lines.add(line);
    }

    private Object cell(String code, Map<String, String> person, boolean first, int at) {
        if (code.equals("STT")) {
            return (double) at + 1;
        }
        if (code.equals("Nam") || code.equals("Nữ")) {
            return person.get("sex").equals(code) ? "x" : "";
        }
        if (code.equals("Ghi chú")) {
            return random.nextInt(3) == 0 ? letters("hộ nghèo") : "";
        }
        String text = person.getOrDefault(code, "");
        if (SHARED.contains(code) && !first && (how.is(Way.BLANK_BELOW) || how.is(Way.MERGED))) {
            return "";
        }
        if (code.equals("birthYear")) {
            return born(Integer.parseInt(text));
        }
        if (code.equals("phone")) {
            return phone(text);
        }
        if (WORDS.contains(code)) {
            return words(code, text);
        }
        return text;
    }

    private Object words(String code, String text) {
        String words = how.is(Way.CAPITALS) && !code.equals("alley") ? text.toUpperCase(Locale.ROOT) : text;
        if (how.is(Way.DOUBLE_SPACES)) {
            words = words.replace(" ", "  ");
        }
        return letters(words);
    }

    private String letters(String text) {
        if (how.is(Way.TCVN3) || how.is(Way.VNI)) {
            return Drawn.as(how.is(Way.TCVN3) ? Lettering.TCVN3 : Lettering.VNI, text);
        }
        return how.is(Way.DECOMPOSED) ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
    }

    private Object born(int year) {
        LocalDate day = LocalDate.of(year, 1 + random.nextInt(12), 13 + random.nextInt(15));
        return switch (how.days()) {
            case NUMBER -> (double) year;
            case TEXT -> String.valueOf(year);
            case DAY_TEXT -> "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), year);
            case MONTH_FIRST -> "%d/%d/%d".formatted(day.getMonthValue(), day.getDayOfMonth(), year);
            case DAY_CELL -> how.csv() ? "%d-%02d-%02d".formatted(year, day.getMonthValue(), day.getDayOfMonth()) : day;
            case SERIAL ->
                (double) (day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay());
            case NOTHING_BUT_YEAR -> "  /  /" + year;
        };
    }

    private Object phone(String phone) {
        String bare = phone.substring(1);
        return switch (how.phones()) {
            case PLAIN -> phone;
            case NUMBER -> Double.parseDouble(bare);
            case DOTS -> phone.substring(0, 4) + "." + phone.substring(4, 7) + "." + phone.substring(7);
            case SPACES -> phone.substring(0, 4) + " " + phone.substring(4, 7) + " " + phone.substring(7);
            case ABROAD -> "+84" + bare;
            case TWO -> phone + " / 0911222333";
        };
    }

    private void merge(int start) {
        if (how.is(Way.MERGED) && lines.size() > start + 1) {
            columns.forEach((code, index) -> {
                if (SHARED.contains(code)) {
                    merged.add(new int[] {start, lines.size() - 1, index});
                }
            });
        }
    }

    private void below(Register register) {
        if (how.is(Way.TOTAL)) {
            lines.add(line(0, letters("Tổng cộng: " + register.people().size() + " nhân khẩu")));
        }
        if (how.is(Way.SIGNATURE)) {
            lines.add(line(width - 1, letters("Đà Nẵng, ngày 3 tháng 9 năm 2026")));
            lines.add(line(width - 1, letters("NGƯỜI LẬP BIỂU")));
            lines.add(line(width - 1, letters("Trần Thị Sâm")));
        }
    }

    private List<Object> blank() {
        return new ArrayList<>(Collections.nCopies(width, ""));
    }

    private List<Object> line(int index, Object cell) {
        List<Object> line = blank();
        line.set(index, cell);
        return line;
    }

    private byte[] csv() {
        String between = how.format() == Format.CSV_SEMICOLON ? ";" : ",";
        String text = lines.stream()
                .map(line -> line.stream().map(UglyWriter::quoted).collect(Collectors.joining(between)))
                .collect(Collectors.joining("\r\n"));
        Charset charset = how.format() == Format.CSV_UTF16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return text.getBytes(charset);
    }

    private static String quoted(Object cell) {
        String text = cell instanceof Double number ? String.valueOf(number.longValue()) : cell.toString();
        return text.contains(",") || text.contains(";") ? '"' + text + '"' : text;
    }

    private void book(Register register, Path file) throws IOException {
        try (Workbook book = how.format() == Format.XLS ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            if (how.is(Way.COVER_SHEET)) {
                book.createSheet("Bìa").createRow(0).createCell(0).setCellValue("Kính gửi UBND phường");
            }
            Sheet sheet = book.createSheet(how.is(Way.VILLAGE_IN_SHEET_NAME) ? register.village() : "Danh sách");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            for (int row = 0; row < lines.size(); row++) {
                var line = sheet.createRow(row);
                for (int index = 0; index < width; index++) {
                    fill(line.createCell(index), lines.get(row).get(index), day);
                }
                line.setZeroHeight(hidden.contains(row));
            }
            merged.forEach(area -> sheet.addMergedRegion(new CellRangeAddress(area[0], area[1], area[2], area[2])));
            if (how.is(Way.FORMULAS)) {
                book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            }
            book.write(out);
        }
    }

    private void fill(Cell cell, Object value, CellStyle day) {
        if (value instanceof Double number) {
            if (how.is(Way.FORMULAS) && how.days() == Days.NUMBER && number > 1900 && number < 2100) {
                cell.setCellFormula(number.longValue() - 1 + "+1");
            } else {
                cell.setCellValue(number);
            }
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (!value.toString().isEmpty()) {
            cell.setCellValue(value.toString());
        }
    }
}
