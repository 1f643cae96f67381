package vn.tungnha.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it was sent.
 *
 * @param place name of the unit or team, as the paper says it
 * @param revision 1 for the first of its form and period, more for each sent again
 * @param text everything it says
 * @param number as entered in the register of documents, null until somebody did
 */
public record SentPaper(
        long id,
        String formCode,
        String formVi,
        String formEn,
        int formVersion,
        @Nullable Long unitId,
        @Nullable Long teamId,
        String place,
        String period,
        int revision,
        String title,
        String text,
        boolean locked,
        @Nullable String by,
        Instant at,
        @Nullable String number,
        @Nullable LocalDate dated,
        List<File> files) {

    /** One of its files, without its content. */
    public record File(String format, String name, int size, String sha256) {}

    /** A file with its content. */
    public record Content(String name, String format, byte[] bytes) {}
}
