package vn.tungnha.imports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportJob;
import vn.tungnha.imports.ImportMending;
import vn.tungnha.imports.ImportPreview;
import vn.tungnha.imports.ImportPreview.Row;
import vn.tungnha.imports.ImportPreview.Show;
import vn.tungnha.imports.ImportUndo;
import vn.tungnha.imports.Issue;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding.Level;
import vn.tungnha.shared.table.ImportKind;

/** Finished texts of the pages. */
@Component
@RequiredArgsConstructor
class ImportPages {

    private static final int ROWS = 50;
    private static final long KILO = 1024;
    private static final int BAR = 320;

    private final ImportPreview preview;
    private final ImportUndo undo;
    private final ImportMending mending;
    private final MessageSource messages;

    ListPage list(List<ImportKind<CurrentUser>> kinds, PageOf<ImportJob> jobs, Locale locale) {
        Vn vn = Vn.in(locale);
        return new ListPage(
                kinds.stream()
                        .map(kind -> new KindLine(
                                kind.code(),
                                title(kind.code(), locale),
                                notes(kind.code(), locale).get(0)))
                        .toList(),
                jobs.items().stream().map(job -> line(job, locale)).toList(),
                Pages.of(jobs, "/imports", vn));
    }

    ChoosePage choose(ImportKind<CurrentUser> kind, Locale locale) {
        List<Column> columns = kind.columns();
        return new ChoosePage(
                kind.code(),
                say("imports.form.title", locale, title(kind.code(), locale)),
                steps(locale),
                notes(kind.code(), locale),
                columns.stream()
                        .map(column -> new ColumnLine(column.name(locale), column.required(), column.example()))
                        .toList());
    }

    JobPage job(ImportJob job, @Nullable Show wanted, int page, Locale locale) {
        Show show = wanted == null ? (job.refused() > 0 ? Show.WRONG : Show.ALL) : wanted;
        boolean available = preview.available(job);
        boolean looks = available && job.status() == ImportJob.Status.CHECKED;
        long noted = looks ? preview.noted(job) : 0;
        return new JobPage(
                job.id().toString(),
                job.kind(),
                say("imports.form.title", locale, title(job.kind(), locale)),
                job.status().name(),
                steps(locale),
                step(job),
                job.fileName(),
                fileFacts(job, locale),
                say("imports.job.progress", locale, Vn.in(locale).number(job.progress())),
                job.failure(),
                counts(job, locale),
                unknown(job, locale),
                looks && job.fresh() > 0,
                available && job.refused() > 0 && !job.running(),
                looks ? table(job, show, page, noted, locale) : null,
                looks ? bar(job) : List.of(),
                undo.possible(job),
                job.status() == ImportJob.Status.UNDONE ? undone(job, page, locale) : null);
    }

    /** Good, refused and present rows as parts of one bar. */
    private static List<JobPage.Part> bar(ImportJob job) {
        List<JobPage.Part> parts = new ArrayList<>();
        int[] counts = {job.fresh(), job.refused(), job.present()};
        String[] colours = {"#23774A", "#B8321F", "#E8A93A"};
        double from = 0;
        for (int part = 0; part < counts.length; part++) {
            double width = job.rows() == 0 ? 0 : BAR * counts[part] / (double) job.rows();
            if (counts[part] > 0) {
                parts.add(new JobPage.Part(Math.round(from), Math.max(2, Math.round(width) - 1), colours[part]));
            }
            from += width;
        }
        return parts;
    }

    private JobPage.Undone undone(ImportJob job, int page, Locale locale) {
        Vn vn = Vn.in(locale);
        PageOf<ImportUndo.Stays> kept = undo.kept(job.id(), new Paging(page, ROWS));
        return new JobPage.Undone(
                job.undoNote() == null || job.undoNote().isEmpty() ? Vn.NONE : job.undoNote(),
                say("imports.undo.when", locale, vn.moment(job.undoneAt()), String.valueOf(job.undoReason())),
                vn.number(kept.total()),
                kept.items(),
                Pages.of(kept, "/imports/jobs/" + job.id(), vn));
    }

    private JobPage.Table table(ImportJob job, Show show, int page, long noted, Locale locale) {
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
                row.issues().stream().map(ImportPages::text).toList(),
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

    private JobPage.Counts counts(ImportJob job, Locale locale) {
        Vn vn = Vn.in(locale);
        return new JobPage.Counts(
                vn.number(job.fresh()),
                job.refused() == 0 ? null : vn.number(job.refused()),
                job.present() == 0 ? null : vn.number(job.present()),
                job.warned() == 0 ? null : vn.number(job.warned()),
                vn.number(job.stored()),
                say(job.refused() == 0 ? "imports.store.all" : "imports.store.good", locale, vn.number(job.fresh())));
    }

    private List<String> unknown(ImportJob job, Locale locale) {
        List<String> notes = new ArrayList<>();
        if (!job.unknown().isEmpty()) {
            notes.add(say("imports.job.unknown", locale, String.join(", ", job.unknown())));
        }
        if (!job.leftOut().isEmpty()) {
            notes.add(say("imports.job.left-out", locale, String.join("; ", job.leftOut())));
        }
        return notes;
    }

    private JobLine line(ImportJob job, Locale locale) {
        Vn vn = Vn.in(locale);
        return new JobLine(
                "/imports/jobs/" + job.id(),
                job.fileName(),
                title(job.kind(), locale),
                job.accountName(),
                vn.moment(job.createdAt()),
                level(job),
                say("imports.state." + job.status(), locale),
                vn.number(job.rows()),
                vn.number(job.stored()),
                vn.number(job.refused()));
    }

    private static String level(ImportJob job) {
        return switch (job.status()) {
            case DONE -> job.refused() > 0 ? "near" : "good";
            case FAILED -> "bad";
            case CHECKED, COLUMNS -> "near";
            case CHECKING, STORING, UNDOING -> "info";
            case CANCELLED, EXPIRED, UNDONE -> "none";
        };
    }

    private String fileFacts(ImportJob job, Locale locale) {
        Vn vn = Vn.in(locale);
        String size = vn.number(Math.max(1, job.fileSize() / KILO)) + " KB";
        if (job.headingRow() == 0) {
            return size;
        }
        String sheet = job.sheet().isEmpty() ? "" : say("imports.job.sheet", locale, job.sheet()) + " · ";
        return sheet + say("imports.job.rows", locale, String.valueOf(job.headingRow()), vn.number(job.rows())) + " · "
                + size;
    }

    List<String> steps(Locale locale) {
        return List.of(
                say("imports.step.file", locale),
                say("imports.step.columns", locale),
                say("imports.step.preview", locale),
                say("imports.step.done", locale));
    }

    private static int step(ImportJob job) {
        return switch (job.status()) {
            case FAILED, CANCELLED, EXPIRED -> 0;
            case COLUMNS -> 1;
            case CHECKING, CHECKED, STORING -> 2;
            case DONE, UNDOING, UNDONE -> 3;
        };
    }

    private List<String> notes(String kind, Locale locale) {
        return List.of(say("imports.note." + kind, locale).split("\\|"));
    }

    private String title(String kind, Locale locale) {
        return say("imports.kind." + kind, locale);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    record ListPage(List<KindLine> kinds, List<JobLine> jobs, Pages pages) {}

    record KindLine(String code, String title, String note) {}

    record JobLine(
            String url,
            String file,
            String kind,
            String by,
            String when,
            String level,
            String state,
            String rows,
            String stored,
            String refused) {}

    record ChoosePage(String kind, String title, List<String> steps, List<String> notes, List<ColumnLine> columns) {}

    record ColumnLine(String name, boolean required, String example) {}
}
