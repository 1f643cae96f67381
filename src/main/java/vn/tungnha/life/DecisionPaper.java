package vn.tungnha.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision on teams.
 *
 * @param number as signed, null while it is a draft; so are day and signer
 * @param withdrawn when the draft was thrown away
 */
public record DecisionPaper(
        long id,
        int version,
        DecisionKind kind,
        long unitId,
        LocalDate effective,
        String reason,
        @Nullable String by,
        Instant at,
        @Nullable String number,
        @Nullable LocalDate dated,
        @Nullable String signer,
        @Nullable Instant withdrawn,
        List<Long> teamIds,
        List<Kept> files) {

    public boolean signed() {
        return number != null;
    }

    public boolean open() {
        return number == null && withdrawn == null;
    }

    /** A file that is kept, without its content. */
    public record Kept(long id, boolean text, String name, String type, int size, String sha256) {}

    /** A file with its content. */
    public record Content(String name, String type, byte[] bytes) {}

    /** What the signed decision says on top and at the foot. */
    public record Signature(String number, LocalDate dated, String signer) {}
}
