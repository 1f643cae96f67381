package vn.tungnha.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.imports.sheet.Heading.Named;
import vn.tungnha.imports.sheet.SheetRow.Change;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Column.Nature;

class ValuesTests {

    private final List<Change> changes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHONE | 905123112 | 0905123112 | phone-zero",
                "PHONE | 0905.123.112 | 0905123112 | phone-marks",
                "PHONE | +84 905 123 112 | 0905123112 | phone-84",
                "PHONE | 84905123112 | 0905123112 | phone-84",
                "PHONE | 0905123112 / 0914000111 | 0905123112 | two-phones",
                "PHONE | 01665123112 | 0365123112 | phone-2018",
                "PHONE | 0905 123 112 | 0905 123 112 | ''",
                "PERSON | NGUYỄN VĂN SÁU | Nguyễn Văn Sáu | capitals",
                "PERSON | Nguyễn  Văn Sáu | Nguyễn Văn Sáu | spaces",
                "PERSON | Nguyễn Văn Sáu | Nguyễn Văn Sáu | ''",
                "YEAR | 1958 | 1958 | ''",
                "YEAR | //1958 | 1958 | year-only",
                "YEAR | năm 1958 | 1958 | year-only",
                "YEAR | 3/1958 | 1958 | year-only",
                "YEAR | 2/3/58 | 2/3/1958 | short-year",
                "YEAR | ngày 2 tháng 3 năm 1958 | 2/3/1958 | day",
                "YEAR | 19510 | 19510 | ''",
                "DAY | 2023-11-29 00:00:00 | 2023-11-29 | clock",
                "TEXT | #N/A | '' | error"
            })
    void readsACellByRulesAndTellsThem(Nature nature, String before, String after, String rules) {
        assertThat(read(nature, before, before)).isEqualTo(after);
        assertThat(told()).isEqualTo(rules);
    }

    @Test
    void tellsMonthFirstFromDayFirstByTheColumn() {
        assertThat(read(Nature.DAY, "02/03/1958", "12/25/1958", "02/03/1958")).isEqualTo("03/02/1958");
        assertThat(told()).isEqualTo("month-first");
        changes.clear();
        assertThat(read(Nature.DAY, "02/03/1958", "25/12/1958", "02/03/1958")).isEqualTo("02/03/1958");
        assertThat(told()).isEmpty();
    }

    @Test
    void takesFiveDigitsForADayWhereTheColumnHoldsDays() {
        assertThat(read(Nature.YEAR, "21246", "21246", "02/03/1961", "19510")).isEqualTo("02/03/1958");
        assertThat(told()).isEqualTo("serial");
        changes.clear();
        assertThat(read(Nature.YEAR, "19510", "1958", "1961", "19510")).isEqualTo("19510");
    }

    /** @param column all cells of the column, as the survey sees them */
    private String read(Nature nature, String cell, String... column) {
        ColumnEvidence evidence = new ColumnEvidence();
        if (column.length > 1) {
            Stream.of(column).forEach(evidence::take);
        }
        return new Values(changes)
                .read(
                        cell,
                        evidence.layout(0, new Named("x", "x", null, Layout.Why.NAMED)),
                        Column.optional("x", "x", "x", "x").as(nature));
    }

    private String told() {
        return changes.stream().map(Change::rule).collect(Collectors.joining(" "));
    }
}
