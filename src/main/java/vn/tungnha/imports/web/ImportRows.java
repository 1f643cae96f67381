package vn.tungnha.imports.web;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.imports.ImportJob;
import vn.tungnha.imports.ImportMending;
import vn.tungnha.imports.ImportPreview;
import vn.tungnha.imports.ImportPreview.Row;
import vn.tungnha.imports.ImportPreview.Show;
import vn.tungnha.imports.Issue;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding.Level;

/** The rows of a checked file as a table, with what was found in each. */
@Component
@RequiredArgsConstructor
class ImportRows {

    private static final int ROWS = 50;

    private final ImportPreview preview;
    private final ImportMending mending;
    private final MessageSource messages;

    /** @param page from 0 */
    JobPage.Table table(ImportJob job, Show show, int page, long noted, Locale locale) {
        Vn vn = Vn.in(locale);
        String address = "/imports/jobs/" + job.id() + "?show=";
        PageOf<Row> rows = preview.rows(job, show, new Paging(page, ROWS));
        List<Column> columns = preview.columns(job);
        return new JobPage.Table(
                List.of(
                        segment(Show.ALL, preview.all(job), show, address, locale),
                        segment(Show.WRONG, job.refused(), show, address, locale),
                        segment(Show.NOTED, noted, show, address, locale)),
                columns.stream()
                        .map(column -> new JobPage.Head(column.name(locale), column.required()))
                        .toList(),
                rows.items().stream().map(row -> line(row, columns, locale)).toList(),
                Pages.of(rows, address + show, vn),
                show.name(),
                page,
                mending.possible(job));
    }

    private Segment segment(Show show, long count, Show here, String address, Locale locale) {
        return new Segment(
                say("imports.show." + show, locale, Vn.in(locale).number(count)), address + show, show == here);
    }

    private JobPage.Line line(Row row, List<Column> columns, Locale locale) {
        Level worst = row.has(Level.ERROR)
                ? Level.ERROR
                : row.has(Level.PRESENT)
                        ? Level.PRESENT
                        : row.has(Level.WARNING) ? Level.WARNING : row.has(Level.CHANGED) ? Level.CHANGED : null;
        String icon = row.dropped()
                ? "trash"
                : worst == null
                        ? "circle-check"
                        : worst == Level.PRESENT ? "copy" : worst == Level.CHANGED ? "pencil" : "alert-triangle";
        return new JobPage.Line(
                row.number(),
                (row.sheet().isEmpty() ? "" : row.sheet() + " · ") + Layout.row(row.number()),
                worst == null || worst == Level.CHANGED ? "" : worst == Level.ERROR ? "row-bad" : "row-warn",
                icon,
                say("imports.level." + (row.dropped() ? "DROPPED" : worst == null ? "GOOD" : worst.name()), locale),
                columns.stream()
                        .map(column -> new JobPage.Cell(
                                column.code(),
                                column.name(locale),
                                row.cells().getOrDefault(column.code(), Vn.NONE),
                                row.cells().getOrDefault(column.code(), ""),
                                isBad(row, column)))
                        .toList(),
                row.issues().stream().map(ImportRows::text).toList(),
                row.dropped(),
                row.mended());
    }

    /** What a person is told who put a row right. */
    String mended(int row, List<Issue> left, Locale locale) {
        String number = String.valueOf(Layout.row(row));
        return left.stream()
                .filter(issue -> issue.level() == Level.ERROR)
                .findFirst()
                .map(issue -> say("imports.mend.left", locale, number, text(issue)))
                .orElseGet(() -> say("imports.mend.done", locale, number));
    }

    private static boolean isBad(Row row, Column column) {
        return row.issues().stream()
                .anyMatch(
                        issue -> issue.level() == Level.ERROR && issue.column().equals(column.code()));
    }

    private static String text(Issue issue) {
        return issue.columnName().isEmpty() ? issue.message() : issue.columnName() + ": " + issue.message();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
