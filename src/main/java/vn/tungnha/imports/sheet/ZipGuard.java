package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lombok.RequiredArgsConstructor;
import vn.tungnha.shared.RuleBroken;

/** Unpacks a workbook once into nothing, so that whatever reads it afterwards cannot be flooded by it. */
@RequiredArgsConstructor
class ZipGuard {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 300L << 20;

    /** Strings shared by the cells are kept in memory while reading. */
    private static final long MOST_STRING_BYTES = 60L << 20;

    private static final int HEAD = 1024;

    private final Path file;

    void check() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new RuleBroken("imports.file.too-big");
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new RuleBroken(
                        zip.getEntry("EncryptedPackage") == null
                                ? "imports.file.not-a-table"
                                : "imports.file.encrypted");
            }
            zip.stream().map(ZipEntry::getName).forEach(ZipGuard::requireHarmless);
            long left = MOST_BYTES;
            for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
                left -= unpacked(zip, each.nextElement(), left);
            }
        } catch (ZipException broken) {
            throw new RuleBroken("imports.file.unreadable");
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long left) throws IOException {
        long most = entry.getName().contains("sharedStrings") ? Math.min(left, MOST_STRING_BYTES) : left;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            byte[] head = in.readNBytes(HEAD);
            requireNoDoctype(head);
            long size = head.length;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new RuleBroken("imports.file.too-big");
                }
            }
            return size;
        }
    }

    /** What runs, and what fetches other files, has no place in a list. */
    private static void requireHarmless(String name) {
        if (name.startsWith("xl/vbaProject") || name.startsWith("xl/macrosheets")) {
            throw new RuleBroken("imports.file.macros");
        }
        if (name.startsWith("xl/externalLinks/")) {
            throw new RuleBroken("imports.file.links");
        }
    }

    /** No honest workbook declares entities. */
    private static void requireNoDoctype(byte[] head) {
        if (new String(head, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
            throw new RuleBroken("imports.file.unreadable");
        }
    }
}
