package vn.tungnha.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.Made;

/**
 * One file to be read for somebody.
 *
 * @param layout where the tables of the file stand
 * @param dryRun check only
 * @param partial store the good rows even though others are in error
 * @param begins done before the first finding, in the transaction that stores
 * @param issues told of every finding
 * @param made told of what is there now, in the transaction that stores
 * @param progress told now and then how many rows are done
 */
record ImportRun(
        ImportKind<CurrentUser> kind,
        Path file,
        Layout layout,
        CurrentUser user,
        Locale locale,
        boolean dryRun,
        boolean partial,
        Runnable begins,
        Consumer<Issue> issues,
        Consumer<List<Made>> made,
        IntConsumer progress) {

    /** The same once more, for its counts only. */
    ImportRun silent() {
        return new ImportRun(
                kind, file, layout, user, locale, true, partial, () -> {}, issue -> {}, made -> {}, row -> {});
    }
}
