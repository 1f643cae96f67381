package vn.tungnha.imports.sheet;

import java.util.List;
import java.util.regex.Pattern;
import vn.tungnha.imports.sheet.Layout.ColumnLayout;
import vn.tungnha.imports.sheet.Layout.SheetLayout;
import vn.tungnha.imports.sheet.RawRows.RawRow;
import vn.tungnha.shared.VietnameseText;

/** Rows among the data that are none: totals, column numbers, repeated headings, and what stands below a table. */
enum Noise {
    NONE,
    /** Left out where the row lacks what is required. */
    LIKELY,
    /** One cell alone: left out where nothing above completes it. */
    ALONE,
    /** Left out whatever it says. */
    ALWAYS,
    /** With all that follows. */
    END;

    private static final Pattern TOTAL = Pattern.compile("(tong|tong cong|tong so|cong|cong don|cong chung)\\b.*");
    private static final Pattern BELOW = Pattern.compile(
            ".*\\bngay [\\d .…_]*thang [\\d .…_]*nam\\b.*|(nguoi lap|lap bieu|lap bang|tm\\b|t/m\\b|kt\\b|chu tich|xac nhan|"
                    + "ky ten|\\(ky|ghi chu ?:|to truong\\b|truong thon\\b|noi nhan).*");
    private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?([a-z]|\\d{1,2})\\)?( ?=.*)?");

    static Noise of(RawRow row, SheetLayout sheet) {
        List<String> texts = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .map(cell -> VietnameseText.fold(legacy(cell, sheet)))
                .toList();
        if (texts.isEmpty()) {
            return NONE;
        }
        if (row.number() == sheet.headingRow() + sheet.headingRows() && numbered(texts)) {
            return ALWAYS;
        }
        if (repeats(row, sheet)) {
            return ALWAYS;
        }
        if (texts.stream().limit(2).anyMatch(text -> TOTAL.matcher(text).matches())) {
            return LIKELY;
        }
        if (texts.size() <= 4
                && texts.stream().anyMatch(text -> BELOW.matcher(text).matches())) {
            return END;
        }
        return texts.size() == 1 ? ALONE : NONE;
    }

    private static String legacy(String cell, SheetLayout sheet) {
        return sheet.columns().stream()
                .map(ColumnLayout::lettering)
                .filter(lettering -> lettering != Lettering.UNICODE)
                .findFirst()
                .orElse(Lettering.UNICODE)
                .read(cell);
    }

    /** (1) (2) (3), A B 1 2, below a heading. */
    private static boolean numbered(List<String> texts) {
        return texts.size() > 1
                && texts.stream().allMatch(text -> COLUMN_NUMBER.matcher(text).matches());
    }

    /** A heading that is printed anew on every page. */
    private static boolean repeats(RawRow row, SheetLayout sheet) {
        long same = sheet.columns().stream()
                .filter(column -> !row.cell(column.index()).isBlank())
                .filter(column -> VietnameseText.fold(column.lettering().read(row.cell(column.index())))
                        .equals(VietnameseText.fold(column.heading())))
                .count();
        return same > 1;
    }
}
