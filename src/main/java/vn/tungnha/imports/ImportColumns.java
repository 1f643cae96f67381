package vn.tungnha.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportJob.Status;
import vn.tungnha.imports.sheet.Beginning;
import vn.tungnha.imports.sheet.Knowledge;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.imports.sheet.Layout.ColumnLayout;
import vn.tungnha.imports.sheet.Layout.SheetLayout;
import vn.tungnha.imports.sheet.Layout.Why;
import vn.tungnha.imports.sheet.TableFile;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** What the columns of a file mean, corrected by whoever sent it and remembered for the next one. */
@Service
@RequiredArgsConstructor
public class ImportColumns {

    private final Imports imports;
    private final ImportWork work;
    private final ImportJobs jobs;
    private final ImportIssues issues;
    private final Matchings matchings;
    private final Uploads uploads;
    private final Clock clock;

    /** Sheets with the same headings are matched together; in their order. */
    public static List<List<Integer>> groups(Layout layout) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int at = 0; at < layout.sheets().size(); at++) {
            String headings = layout.sheets().get(at).fingerprint();
            groups.computeIfAbsent(headings.isEmpty() ? "#" + at : headings, first -> new ArrayList<>())
                    .add(at);
        }
        return List.copyOf(groups.values());
    }

    /** @throws RuleBroken when it is too late to say what columns mean */
    public Layout layout(ImportJob job) {
        requireOpen(job);
        return jobs.requireLayout(job.id());
    }

    public List<Beginning> beginnings(ImportJob job) {
        return new TableFile(uploads.require(job.id())).beginnings();
    }

    /**
     * Reads the file anew with what somebody says, and checks it; where headings stand elsewhere their columns are looked
     * at first, and shown.
     */
    @Transactional
    public Corrected correct(ImportJob job, Correction correction, CurrentUser user, Locale locale) {
        requireOpen(job);
        var kind = imports.kind(job.kind());
        Corrected corrected = Corrected.of(jobs.requireLayout(job.id()), correction, kind.columns());
        if (!corrected.pointed().isEmpty()) {
            Layout anew = new TableFile(uploads.require(job.id()))
                    .survey(kind.columns(), new Knowledge(corrected.pointed(), matchings.known(job.kind(), user)))
                    .layout();
            reopen(job, merged(corrected, anew));
        } else if (corrected.wrong().isEmpty()) {
            corrected.layout().taken().stream()
                    .filter(sheet -> job.status() == Status.COLUMNS
                            || sheet.columns().stream().anyMatch(column -> column.why() == Why.CHOSEN))
                    .forEach(sheet ->
                            matchings.keep(job.kind(), sheet.fingerprint(), sheet.toRemember(Days.today(clock)), user));
            issues.clear(job.id());
            jobs.relay(job.id(), corrected.layout(), Status.CHECKING);
        }
        return corrected;
    }

    /** Begins to check what was corrected. */
    public void check(ImportJob job, CurrentUser user, Locale locale) {
        work.check(job.id(), job.kind(), user, locale);
    }

    /** Forgets how these headings were matched, and finds out by itself again. */
    @Transactional
    public void forget(ImportJob job, String fingerprint, CurrentUser user) {
        requireOpen(job);
        matchings.forget(job.kind(), fingerprint, user);
        Layout anew = new TableFile(uploads.require(job.id()))
                .survey(imports.kind(job.kind()).columns(), new Knowledge(Map.of(), matchings.known(job.kind(), user)))
                .layout();
        reopen(job, anew);
    }

    private void reopen(ImportJob job, Layout layout) {
        issues.clear(job.id());
        jobs.relay(job.id(), layout, Status.COLUMNS);
    }

    private static Layout merged(Corrected corrected, Layout anew) {
        List<SheetLayout> sheets = new ArrayList<>(corrected.layout().sheets());
        corrected.pointed().keySet().forEach(at -> {
            SheetLayout said = sheets.get(at);
            SheetLayout found = anew.sheets().get(at);
            Map<String, String> fixed = new HashMap<>(found.fixed());
            fixed.putAll(said.fixed());
            found.columns().stream().map(ColumnLayout::code).forEach(fixed::remove);
            sheets.set(at, found.with(said.taken(), found.columns(), fixed));
        });
        return new Layout(List.copyOf(sheets));
    }

    private void requireOpen(ImportJob job) {
        if (job.status() != Status.CHECKED && job.status() != Status.COLUMNS) {
            throw new RuleBroken("imports.columns.late");
        }
        if (!uploads.exists(job.id())) {
            throw new RuleBroken("imports.job.gone");
        }
    }
}
