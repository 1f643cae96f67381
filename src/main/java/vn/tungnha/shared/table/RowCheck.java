package vn.tungnha.shared.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;

/**
 * A row being checked: reads its cells and notes what is wrong with them. A cell that cannot be read answers null and
 * leaves an error behind.
 */
public final class RowCheck {

    private static final int LONGEST = 300;

    @Getter
    private final int number;

    private final Map<String, String> cells;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param number as numbered in the sheet
     * @param cells by column code, trimmed and in Unicode's composed form; empty cells left out
     */
    public RowCheck(int number, Map<String, String> cells) {
        this.number = number;
        this.cells = cells;
    }

    public List<Finding> findings() {
        return findings;
    }

    public boolean has(Finding.Level level) {
        return findings.stream().anyMatch(finding -> finding.level() == level);
    }

    /** Whether the row is to be stored. */
    public boolean isGood() {
        return !has(Finding.Level.ERROR) && !has(Finding.Level.PRESENT);
    }

    public void error(String column, String key, Object... arguments) {
        findings.add(new Finding(Finding.Level.ERROR, column, key, List.of(arguments)));
    }

    public void warning(String column, String key, Object... arguments) {
        findings.add(new Finding(Finding.Level.WARNING, column, key, List.of(arguments)));
    }

    public void changed(String column, String key, Object... arguments) {
        findings.add(new Finding(Finding.Level.CHANGED, column, key, List.of(arguments)));
    }

    public void present(String column, String key, Object... arguments) {
        findings.add(new Finding(Finding.Level.PRESENT, column, key, List.of(arguments)));
    }

    public @Nullable String text(String column) {
        String text = cells.get(column);
        if (text != null && text.length() > LONGEST) {
            error(column, "imports.row.too-long", LONGEST);
            return null;
        }
        return text;
    }

    /** A text without which the row makes no sense. */
    public @Nullable String required(String column) {
        if (cells.get(column) == null) {
            error(column, "imports.row.missing");
            return null;
        }
        return text(column);
    }

    public @Nullable Integer number(String column, int least, int most) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Integer number = Cells.whole(text);
        if (number == null) {
            error(column, "imports.row.not-a-number", text);
            return null;
        }
        if (number < least || number > most) {
            error(column, "imports.row.out-of-range", String.valueOf(least), String.valueOf(most));
            return null;
        }
        return number;
    }

    public @Nullable BigDecimal amount(String column) {
        String text = text(column);
        BigDecimal amount = text == null ? null : Cells.amount(text);
        if (text != null && amount == null) {
            error(column, "imports.row.not-a-number", text);
        }
        return amount;
    }

    public @Nullable LocalDate day(String column) {
        String text = text(column);
        LocalDate day = text == null ? null : Cells.day(text);
        if (text != null && day == null) {
            error(column, "imports.row.not-a-day", text);
        }
        return day;
    }

    /** A year, or the year of a day. */
    public @Nullable Integer year(String column, int latest) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        LocalDate day = Cells.whole(text) == null ? Cells.day(text) : null;
        Integer year = day == null ? Cells.whole(text) : Integer.valueOf(day.getYear());
        if (year == null || year < 1900 || year > latest) {
            error(column, "imports.row.not-a-year", text);
            return null;
        }
        return year;
    }

    /** Ten digits with the leading zero that spreadsheets swallow. */
    public @Nullable String phone(String column) {
        String text = text(column);
        String phone = text == null ? null : Cells.phone(text);
        if (text != null && phone == null) {
            error(column, "imports.row.not-a-phone", text);
        }
        return phone;
    }

    /** One of some words, compared without diacritics. */
    public <T> @Nullable T choice(String column, Map<String, T> words) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        T choice = words.get(SortKeys.fold(text));
        if (choice == null) {
            error(column, "imports.row.not-a-choice", text);
        }
        return choice;
    }

    public @Nullable Boolean yesOrNo(String column) {
        return choice(column, Cells.YES_OR_NO);
    }

    /** Does something for this row; a rule that forbids it is reported with the row. */
    public void storing(Runnable action) {
        try {
            action.run();
        } catch (RuleBroken broken) {
            throw new RowFailed(number, broken);
        }
    }
}
