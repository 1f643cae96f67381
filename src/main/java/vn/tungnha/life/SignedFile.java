package vn.tungnha.life;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.tungnha.shared.RuleBroken;

/**
 * What was signed, as it was sent in: a PDF, a picture or a Word document, known by its content and not by its name.
 *
 * @param type what browsers call it
 */
public record SignedFile(String name, String type, byte[] content) {

    public static final int MOST = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;
    private static final int MOST_PARTS = 5000;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** @throws RuleBroken when it is empty, too large, or nothing of the kind */
    public static SignedFile of(String name, byte[] content) {
        if (content.length == 0 || content.length > MOST) {
            throw RuleBroken.at("file", "life.error.size", MOST / 1024 / 1024);
        }
        String type = type(content);
        String last = name.replace('\\', '/');
        last = last.substring(last.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\"]", "")
                .strip();
        int dot = last.lastIndexOf('.');
        String stem = dot > 0 ? last.substring(0, dot) : last;
        String kept = stem.isEmpty() ? "quyet-dinh" : stem.substring(0, Math.min(LONGEST_NAME, stem.length()));
        return new SignedFile(kept + ending(type), type, content);
    }

    private static String type(byte[] content) {
        if (begins(content, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        if (begins(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "image/png";
        }
        if (begins(content, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (begins(content, 'P', 'K', 3, 4) && isWord(content)) {
            return WORD;
        }
        throw RuleBroken.at("file", "life.error.type");
    }

    private static String ending(String type) {
        return switch (type) {
            case "application/pdf" -> ".pdf";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            default -> ".docx";
        };
    }

    /** A document without programs in it. Only names are read, nothing is unpacked into memory. */
    private static boolean isWord(byte[] content) {
        boolean document = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int parts = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String part = entry.getName().toLowerCase(Locale.ROOT);
                document |= part.equals("word/document.xml");
                if (part.endsWith("vbaproject.bin") || ++parts > MOST_PARTS) {
                    return false;
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
        return document;
    }

    private static boolean begins(byte[] content, int... head) {
        if (content.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((content[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
