package vn.tungnha.imports;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.shared.table.ImportKind;

/**
 * One file to be read for somebody.
 *
 * @param layout where the tables of the file stand
 * @param dryRun check only
 * @param partial store the good rows even though others are in error
 * @param issues told of every finding
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
        Consumer<Issue> issues,
        IntConsumer progress) {

    /** The same once more, for its counts only. */
    ImportRun silent() {
        return new ImportRun(kind, file, layout, user, locale, true, partial, issue -> {}, row -> {});
    }
}
