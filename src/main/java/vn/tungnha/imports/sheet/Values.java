package vn.tungnha.imports.sheet;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import vn.tungnha.imports.sheet.Layout.ColumnLayout;
import vn.tungnha.imports.sheet.SheetRow.Change;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.shared.table.Column;

/** Cells as they come, made readable by rules; each rule that changed something is told. */
@RequiredArgsConstructor
class Values {

    private static final Pattern ERROR = Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)");
    private static final Pattern TWO_SPACES = Pattern.compile("\\S[\\s\\u00a0]{2,}\\S");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4}|\\d{2})");
    private static final Pattern SPOKEN = Pattern.compile("(?:ngay )?(\\d{1,2}) thang (\\d{1,2}) nam (\\d{4})");
    private static final Pattern YEAR_ONLY =
            Pattern.compile("(?:[\\s./-]*|0{1,2}[/.-]0{1,2}[/.-]|(?:sinh )?nam )((?:19|20)\\d{2})");
    private static final Pattern MONTH_AND_YEAR = Pattern.compile("\\d{1,2}[/.-]((?:19|20)\\d{2})");
    private static final Pattern CLOCK = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");
    private static final Pattern SERIAL = Pattern.compile("[1-7]\\d{4}");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int LATEST_SHORT_YEAR = 30;
    private static final DateTimeFormatter OUT = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Pattern BETWEEN_PHONES =
            Pattern.compile("\\s*(?:[/;,\\n&+]|\\bhoặc\\b|\\bvà\\b|(?<=\\d) - (?=0))\\s*");
    private static final Map<String, String> NEW_PREFIX = Map.ofEntries(
            Map.entry("0120", "070"),
            Map.entry("0121", "079"),
            Map.entry("0122", "077"),
            Map.entry("0126", "076"),
            Map.entry("0128", "078"),
            Map.entry("0123", "083"),
            Map.entry("0124", "084"),
            Map.entry("0125", "085"),
            Map.entry("0127", "081"),
            Map.entry("0129", "082"),
            Map.entry("0162", "032"),
            Map.entry("0163", "033"),
            Map.entry("0164", "034"),
            Map.entry("0165", "035"),
            Map.entry("0166", "036"),
            Map.entry("0167", "037"),
            Map.entry("0168", "038"),
            Map.entry("0169", "039"),
            Map.entry("0186", "056"),
            Map.entry("0188", "058"),
            Map.entry("0199", "059"));

    private final List<Change> changes;
    private String code = "";
    private String text = "";

    /** @return what the cell says, empty where it says nothing */
    String read(String raw, ColumnLayout layout, Column column) {
        code = column.code();
        text = raw;
        if (raw.isBlank()) {
            return "";
        }
        step(layout.lettering().name().toLowerCase(Locale.ROOT), layout.lettering()::read);
        step("error", it -> ERROR.matcher(it.strip()).matches() ? "" : it);
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            step("nfd", it -> Normalizer.normalize(it, Normalizer.Form.NFC));
        }
        if (TWO_SPACES.matcher(text).find() && text.indexOf('\n') < 0) {
            step("spaces", VietnameseText::normalise);
        }
        if (column.nature() == Column.Nature.PHONE) {
            phone();
        }
        text = VietnameseText.normalise(text);
        switch (column.nature()) {
            case PERSON -> step("capitals", Values::named);
            case DAY, YEAR -> day(layout, column.nature() == Column.Nature.YEAR);
            default -> {}
        }
        return text;
    }

    private void step(String rule, UnaryOperator<String> change) {
        String after = change.apply(text);
        if (!after.equals(text)) {
            changes.add(new Change(code, text.strip(), after, rule));
            text = after;
        }
    }

    /** NGUYỄN VĂN SÁU is Nguyễn Văn Sáu. */
    private static String named(String name) {
        long letters = name.codePoints().filter(Character::isLetter).count();
        if (letters < 4 || !name.equals(name.toUpperCase(Locale.ROOT)) || name.indexOf(' ') < 0) {
            return name;
        }
        return Stream.of(name.split(" "))
                .map(word -> word.isEmpty()
                        ? word
                        : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private void day(ColumnLayout layout, boolean yearOnly) {
        step("clock", it -> CLOCK.matcher(it).replaceAll(""));
        Matcher spoken = SPOKEN.matcher(VietnameseText.fold(text));
        if (spoken.matches()) {
            step("day", it -> spoken.group(1) + "/" + spoken.group(2) + "/" + spoken.group(3));
        }
        if (layout.serials() && SERIAL.matcher(text).matches()) {
            step("serial", it -> OUT.format(SERIAL_ZERO.plusDays(Integer.parseInt(it))));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            if (layout.monthFirst()) {
                step("month-first", it -> day.group(2) + "/" + day.group(1) + "/" + day.group(3));
            }
            if (day.group(3).length() == 2) {
                step("short-year", it -> it.substring(0, it.length() - 2) + century(day.group(3)));
            }
            text = text.replaceAll("\\s", "");
        }
        if (yearOnly) {
            Matcher year = YEAR_ONLY.matcher(VietnameseText.fold(text));
            Matcher month = MONTH_AND_YEAR.matcher(text);
            if (year.matches()) {
                step("year-only", it -> year.group(1));
            } else if (month.matches()) {
                step("year-only", it -> month.group(1));
            }
        }
    }

    /** 58 is 1958, 24 is 2024. */
    private static String century(String two) {
        return (Integer.parseInt(two) > LATEST_SHORT_YEAR ? "19" : "20") + two;
    }

    private void phone() {
        List<String> numbers = BETWEEN_PHONES
                .splitAsStream(text.strip())
                .filter(it -> it.replaceAll("\\D", "").length() >= 9)
                .toList();
        if (numbers.size() > 1) {
            step("two-phones", it -> numbers.get(0).strip());
        }
        step("phone-marks", it -> it.matches("[+\\d\\s().-]+[.()-][+\\d\\s().-]*") ? it.replaceAll("[.()-]", "") : it);
        String digits = text.replaceAll("\\s", "");
        if (digits.matches("(\\+|00)?84\\d{9,10}")) {
            step("phone-84", it -> "0" + digits.replaceFirst("^(\\+|00)?84", ""));
        } else if (digits.matches("[1-9]\\d{8}") || digits.matches("1\\d{9}")) {
            step("phone-zero", it -> "0" + digits);
        }
        String whole = text.replaceAll("\\s", "");
        String prefix = whole.matches("01\\d{9}") ? NEW_PREFIX.get(whole.substring(0, 4)) : null;
        if (prefix != null) {
            step("phone-2018", it -> prefix + whole.substring(4));
        }
    }
}
