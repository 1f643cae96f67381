package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.tungnha.shared.RuleBroken;

/** Whatever bytes somebody sends: rows come out of them, or a message that says why none do. */
final class AnyBytes {

    private AnyBytes() {}

    static void send(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzz", ".upload");
        try {
            Files.write(file, bytes);
            TableFile table = new TableFile(file);
            Layout layout = table.require(UglyBook.COLUMNS, Knowledge.NONE);
            table.read(UglyBook.COLUMNS, UglyBook.CARRIED, layout, row -> true);
        } catch (RuleBroken refused) {
            // a message for whoever sent it is a good end
            if (!refused.getKey().startsWith("imports.")) {
                throw refused;
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
