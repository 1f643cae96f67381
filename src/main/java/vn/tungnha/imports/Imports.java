package vn.tungnha.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.sheet.Knowledge;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.imports.sheet.TableFile;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.table.ImportKind;

/** Reads files in, in one go. */
@Service
@RequiredArgsConstructor
public class Imports {

    private final List<ImportKind<CurrentUser>> kinds;
    private final ImportEngine engine;
    private final Uploads uploads;
    private final ImportJobs jobs;
    private final ImportMade made;
    private final Matchings matchings;
    private final ApplicationEventPublisher events;

    public List<ImportKind<CurrentUser>> kinds() {
        return kinds.stream().sorted(Comparator.comparingInt(ImportKind::order)).toList();
    }

    public ImportKind<CurrentUser> kind(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("import kind", code));
    }

    /** Checks a file and, unless it is a dry run, stores it; whoever asks waits. */
    public Answer read(
            String kind,
            String fileName,
            InputStream content,
            boolean dryRun,
            boolean partial,
            CurrentUser user,
            Locale locale)
            throws IOException {
        ImportKind<CurrentUser> known = kind(kind);
        UUID id = UUID.randomUUID();
        List<Issue> issues = new ArrayList<>();
        try {
            Path file = uploads.keep(id, content);
            Layout layout =
                    new TableFile(file).require(known.columns(), new Knowledge(Map.of(), matchings.known(kind, user)));
            ImportRun run = new ImportRun(
                    known,
                    file,
                    layout,
                    user,
                    locale,
                    dryRun,
                    partial,
                    () -> {},
                    issues::add,
                    some -> made.add(id, some),
                    row -> {});
            long size = Files.size(file);
            ImportReport report = engine.run(run, stored -> {
                if (stored.stored() > 0) {
                    jobs.add(id, kind, fileName, size, user);
                    jobs.finish(id, ImportJob.Status.DONE, stored, partial);
                }
                audit(known, id, stored);
                return stored;
            });
            return new Answer(report, issues);
        } finally {
            uploads.forget(id);
        }
    }

    void audit(ImportKind<CurrentUser> kind, UUID id, ImportReport stored) {
        if (stored.stored() > 0) {
            events.publishEvent(new Audited(
                    "import.stored",
                    "import",
                    id.toString(),
                    null,
                    null,
                    Map.of("kind", kind.code(), "rows", stored.rows(), "stored", stored.stored()),
                    null));
        }
    }

    /** What became of a file, and all that was found in it. */
    public record Answer(ImportReport report, List<Issue> issues) {}
}
