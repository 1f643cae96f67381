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
import vn.tungnha.imports.ImportPreview;
import vn.tungnha.imports.ImportPreview.Show;
import vn.tungnha.imports.ImportUndo;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.table.Column;
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
    private final ImportRows rows;
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
                looks ? rows.table(job, show, page, noted, locale) : null,
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
