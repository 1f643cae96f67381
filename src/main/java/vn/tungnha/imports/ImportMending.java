package vn.tungnha.imports;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportJob.Status;
import vn.tungnha.imports.ImportPreview.Row;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.imports.sheet.Mend;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.Column;

/**
 * Puts single rows of a checked file right before they are stored. The file itself stays as it was sent; it is checked
 * anew, as a row put right may agree or disagree with any other.
 */
@Service
@RequiredArgsConstructor
public class ImportMending {

    /** Above that a file is checked for too long to mend it row by row: its refused rows are mended in Excel. */
    static final int MOST_ROWS = 10_000;

    private static final int MOST_MENDS = 1_000;
    private static final int LONGEST = 500;

    private final ImportPreview preview;
    private final ImportJobs jobs;
    private final ImportWork work;
    private final Uploads uploads;

    public boolean possible(ImportJob job) {
        return job.status() == Status.CHECKED && job.rows() <= MOST_ROWS && uploads.exists(job.id());
    }

    /** @param typed what is to stand in the columns that are named, as a person types it */
    public void mend(ImportJob job, int row, Map<String, String> typed, CurrentUser user, Locale locale) {
        Row before = preview.row(job, row);
        Map<String, String> changed = new HashMap<>();
        for (Column column : preview.columns(job)) {
            String text = typed.get(column.code());
            if (text != null && !tidy(text, column).equals(before.cells().getOrDefault(column.code(), ""))) {
                changed.put(column.code(), tidy(text, column));
            }
        }
        change(job, row, user, locale, mend -> {
            Map<String, String> cells = new HashMap<>(mend.cells());
            cells.putAll(changed);
            return new Mend(false, Map.copyOf(cells));
        });
    }

    public void drop(ImportJob job, int row, CurrentUser user, Locale locale) {
        change(job, preview.row(job, row).number(), user, locale, mend -> mend.dropped(true));
    }

    /** As it stands in the file. */
    public void restore(ImportJob job, int row, CurrentUser user, Locale locale) {
        change(job, row, user, locale, mend -> Mend.NONE);
    }

    /** What is still wrong with a row, once the file was checked anew; nothing while that goes on. */
    public List<Issue> left(UUID id, int row, CurrentUser user) {
        ImportJob job = jobs.require(id, user);
        return job.status() == Status.CHECKED ? preview.row(job, row).issues() : List.of();
    }

    private void change(ImportJob job, int row, CurrentUser user, Locale locale, UnaryOperator<Mend> how) {
        if (!possible(job)) {
            throw new RuleBroken(job.rows() > MOST_ROWS ? "imports.mend.large" : "imports.columns.late");
        }
        Layout layout = jobs.requireLayout(job.id());
        Map<Integer, Mend> mends = new HashMap<>(layout.mends());
        Mend mend = how.apply(mends.getOrDefault(row, Mend.NONE));
        if (mend.isNothing()) {
            mends.remove(row);
        } else {
            mends.put(row, mend);
        }
        if (mends.size() > MOST_MENDS) {
            throw new RuleBroken("imports.mend.many", MOST_MENDS);
        }
        if (!jobs.turn(job.id(), Status.CHECKED, Status.CHECKING)) {
            throw new RuleBroken("imports.columns.late");
        }
        jobs.keep(job.id(), new Layout(layout.sheets(), Map.copyOf(mends)));
        work.check(job.id(), job.kind(), user, locale);
    }

    private static String tidy(String text, Column column) {
        String tidy = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        if (tidy.length() > LONGEST) {
            throw RuleBroken.at(column.code(), "imports.mend.long", LONGEST);
        }
        return tidy;
    }
}
