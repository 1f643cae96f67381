package vn.tungnha.imports;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tungnha.imports.sheet.Extent;
import vn.tungnha.imports.sheet.RowHandler;
import vn.tungnha.imports.sheet.TableFile;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.shared.table.RowFailed;

/**
 * Reads a file twice: once to check every row, once more to store the good ones, chunk by chunk in one transaction, so
 * that either all of them are there afterwards or none. Neither file nor rows are ever held whole.
 */
@Component
@RequiredArgsConstructor
class ImportEngine {

    private static final int CHUNK = 200;
    private static final int TELL_EVERY = 500;

    /** Rows stored before the tables are counted for the first time; then whenever there are four times as many. */
    private static final int FIRST_COUNT = 1000;

    private final TransactionTemplate transactions;
    private final EntityManager entities;
    private final ImportJobs jobs;
    private final GrowingTables tables;
    private final ImportWords words;

    /** @param atTheEnd done in the transaction that stores, after everything else */
    ImportReport run(ImportRun run, Function<ImportReport, ImportReport> atTheEnd) {
        if (run.dryRun()) {
            Pass pass = new Pass(run);
            return pass.report(pass.check(), 0);
        }
        try {
            ImportReport report = transactions.execute(transaction -> store(run, atTheEnd));
            return report == null ? new ImportReport(0, 0, 0, 0, 0, null) : report;
        } catch (RowFailed failed) {
            run.issues().accept(words.issue(failed.getRow(), failed.getBroken(), columns(run), run.locale()));
            Pass pass = new Pass(run.silent());
            ImportReport checked = pass.report(pass.check(), 0);
            return new ImportReport(
                    checked.rows(), checked.accepted() - 1, checked.present(), checked.warned(), 0, checked.extent());
        }
    }

    private ImportReport store(ImportRun run, Function<ImportReport, ImportReport> atTheEnd) {
        jobs.lock(run.kind().code());
        run.begins().run();
        Pass pass = new Pass(run);
        Extent extent = pass.check();
        boolean stores = pass.accepted == pass.rows || run.partial();
        return atTheEnd.apply(pass.report(extent, stores ? pass.store() : 0));
    }

    private static List<Column> columns(ImportRun run) {
        return run.kind().columns();
    }

    /** One reading of the file. */
    private final class Pass {

        private final ImportRun run;
        private final ImportReading reading;
        private final TableFile file;
        private final BitSet good = new BitSet();
        private final List<RowCheck> chunk = new ArrayList<>();
        private int rows;
        private int accepted;
        private int present;
        private int warned;
        private int stored;
        private int nextCount = FIRST_COUNT;

        Pass(ImportRun run) {
            this.run = run;
            this.reading = run.kind().open(run.user());
            this.file = new TableFile(run.file());
        }

        Extent check() {
            return read(given -> {
                RowCheck row = new RowCheck(given.number(), given.cells());
                if (!given.dropped()) {
                    reading.check(row);
                }
                given.changes()
                        .forEach(change -> row.changed(
                                change.column(), "imports.rule." + change.rule(), change.before(), change.after()));
                if (!given.dropped()) {
                    count(row);
                }
                row.findings().forEach(finding -> run.issues()
                        .accept(words.issue(given.number(), finding, columns(run), run.locale())));
                if (rows % TELL_EVERY == 0) {
                    run.progress().accept(rows);
                }
                return true;
            });
        }

        private Extent read(RowHandler handler) {
            return file.read(columns(run), run.kind().carried(), run.layout(), handler);
        }

        private void count(RowCheck row) {
            rows++;
            if (row.has(Finding.Level.ERROR)) {
                return;
            }
            accepted++;
            if (row.isGood()) {
                good.set(row.getNumber());
                warned += row.has(Finding.Level.WARNING) ? 1 : 0;
            } else {
                present++;
            }
        }

        int store() {
            read(given -> {
                if (good.get(given.number())) {
                    chunk.add(new RowCheck(given.number(), given.cells()));
                    if (chunk.size() == CHUNK) {
                        storeChunk();
                    }
                }
                return true;
            });
            storeChunk();
            return stored;
        }

        private void storeChunk() {
            List<Made> made = reading.store(List.copyOf(chunk));
            entities.flush();
            entities.clear();
            run.made().accept(made);
            stored += chunk.size();
            chunk.clear();
            if (stored >= nextCount) {
                tables.count();
                nextCount = stored * 4;
            }
            run.progress().accept(stored);
        }

        ImportReport report(Extent extent, int storedRows) {
            return new ImportReport(rows, accepted, present, warned, storedRows, extent);
        }
    }
}
