package vn.tungnha.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.imports.sheet.Mend;
import vn.tungnha.imports.sheet.TableFile;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding.Level;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.TableWriter;

/** Rows of a checked file beside what was found in them. They are read from the file each time, never copied. */
@Service
@RequiredArgsConstructor
public class ImportPreview {

    private static final int TOGETHER = 1000;

    private static final List<Level> NOTED = List.of(Level.PRESENT, Level.WARNING, Level.CHANGED);

    private final Imports imports;
    private final ImportIssues issues;
    private final ImportJobs jobs;
    private final Uploads uploads;
    private final MessageSource messages;

    /** Which rows to look at. */
    public enum Show {
        ALL,
        WRONG,
        NOTED
    }

    /**
     * @param number see {@link Layout#row(int)}
     * @param sheet its name where several are read
     * @param cells by column code
     * @param dropped not to be stored, as a person wants it
     * @param mended a person did something to it
     */
    public record Row(
            int number, String sheet, Map<String, String> cells, boolean dropped, boolean mended, List<Issue> issues) {

        public boolean has(Level level) {
            return issues.stream().anyMatch(issue -> issue.level() == level);
        }
    }

    public boolean available(ImportJob job) {
        return uploads.exists(job.id());
    }

    public List<Column> columns(ImportJob job) {
        return imports.kind(job.kind()).columns().stream()
                .filter(column -> job.columns().contains(column.code()))
                .toList();
    }

    /** How many rows there are, with those that are not wanted. */
    public long all(ImportJob job) {
        return job.rows()
                + jobs.requireLayout(job.id()).mends().values().stream()
                        .filter(Mend::dropped)
                        .count();
    }

    /** How many rows have something to note but no error. */
    public long noted(ImportJob job) {
        return issues.rows(job.id(), NOTED, new Paging(0, 1)).total();
    }

    public PageOf<Row> rows(ImportJob job, Show show, Paging paging) {
        if (show == Show.ALL) {
            List<Row> rows = read(job, new Window(paging));
            return PageOf.of(withIssues(job, rows), paging, all(job));
        }
        List<Level> levels = show == Show.WRONG ? List.of(Level.ERROR) : NOTED;
        PageOf<Integer> wanted = issues.rows(job.id(), levels, paging);
        List<Row> rows = read(job, new Chosen(new HashSet<>(wanted.items())));
        return PageOf.of(withIssues(job, rows), paging, wanted.total());
    }

    /** One row as it is understood now. */
    public Row row(ImportJob job, int number) {
        return withIssues(job, read(job, new Chosen(new HashSet<>(Set.of(number))))).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("row", number));
    }

    /** The refused rows, to be mended and sent again. The file is read once, its findings a thousand rows at a time. */
    public void refused(ImportJob job, Locale locale, OutputStream out) throws IOException {
        ImportKind<CurrentUser> kind = imports.kind(job.kind());
        List<Column> columns = columns(job);
        try (TableWriter table =
                TableWriter.xlsx(out, messages.getMessage("imports.kind." + kind.code(), null, locale))) {
            List<String> heading = new ArrayList<>(
                    columns.stream().map(column -> column.name(locale)).toList());
            heading.add(messages.getMessage("imports.reason", null, locale));
            table.heading(heading);
            List<Row> some = new ArrayList<>();
            Layout layout = jobs.requireLayout(job.id());
            new TableFile(uploads.require(job.id())).read(kind.columns(), kind.carried(), layout, given -> {
                some.add(new Row(given.number(), "", given.cells(), given.dropped(), false, List.of()));
                if (some.size() == TOGETHER) {
                    write(job, some, columns, table);
                }
                return true;
            });
            write(job, some, columns, table);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private void write(ImportJob job, List<Row> rows, List<Column> columns, TableWriter table) {
        for (Row row : withIssues(job, rows)) {
            if (row.has(Level.ERROR)) {
                List<Object> cells = new ArrayList<>(columns.stream()
                        .map(column -> row.cells().getOrDefault(column.code(), ""))
                        .toList());
                cells.add(row.issues().stream()
                        .filter(issue -> issue.level() == Level.ERROR)
                        .map(issue -> issue.columnName().isEmpty()
                                ? issue.message()
                                : issue.columnName() + ": " + issue.message())
                        .collect(Collectors.joining(" ")));
                try {
                    table.row(cells);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }
        }
        rows.clear();
    }

    private List<Row> read(ImportJob job, Choice choice) {
        List<Row> rows = new ArrayList<>();
        ImportKind<CurrentUser> kind = imports.kind(job.kind());
        TableFile file = new TableFile(uploads.require(job.id()));
        Layout layout = jobs.requireLayout(job.id());
        file.read(kind.columns(), kind.carried(), layout, given -> {
            if (choice.takes(given.number())) {
                rows.add(new Row(
                        given.number(),
                        layout.sheetOf(given.number()),
                        given.cells(),
                        given.dropped(),
                        layout.mends().containsKey(given.number()),
                        List.of()));
            }
            return !choice.done();
        });
        return rows;
    }

    private List<Row> withIssues(ImportJob job, List<Row> rows) {
        Map<Integer, List<Issue>> byRow = issues
                .of(job.id(), rows.stream().map(Row::number).toList())
                .stream()
                .collect(Collectors.groupingBy(Issue::row));
        return rows.stream()
                .map(row -> new Row(
                        row.number(),
                        row.sheet(),
                        row.cells(),
                        row.dropped(),
                        row.mended(),
                        byRow.getOrDefault(row.number(), List.of())))
                .toList();
    }

    /** Which rows to take while reading. */
    private interface Choice {

        boolean takes(int number);

        boolean done();
    }

    /** So many rows after so many others. */
    @RequiredArgsConstructor
    private static final class Window implements Choice {

        private final Paging paging;
        private long seen;

        @Override
        public boolean takes(int number) {
            return seen++ >= paging.offset();
        }

        @Override
        public boolean done() {
            return seen >= paging.offset() + paging.size();
        }
    }

    /** Rows of these numbers. */
    @RequiredArgsConstructor
    private static final class Chosen implements Choice {

        private final Set<Integer> left;

        @Override
        public boolean takes(int number) {
            return left.remove(number);
        }

        @Override
        public boolean done() {
            return left.isEmpty();
        }
    }
}
