package vn.tungnha.activities;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a file is, by its first bytes. */
final class MediaKind {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument";

    private MediaKind() {}

    /** Null where it is none of what may be stored: PDF, Word, Excel, PowerPoint, without macros. */
    static @Nullable String document(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 5), StandardCharsets.ISO_8859_1);
        if (head.equals("%PDF-")) {
            return "application/pdf";
        }
        if (!head.startsWith("PK\u0003\u0004")) {
            return null;
        }
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        if (all.contains("vbaProject.bin")) {
            return null;
        }
        if (all.contains("word/document.xml")) {
            return OFFICE + ".wordprocessingml.document";
        }
        if (all.contains("xl/workbook.xml")) {
            return OFFICE + ".spreadsheetml.sheet";
        }
        return all.contains("ppt/presentation.xml") ? OFFICE + ".presentationml.presentation" : null;
    }
}
