package vn.tungnha.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one leader leaves to the next, as it stands now.
 *
 * @param followUps appointments nobody has kept yet, the oldest first
 * @param toDo households never met, by alley in walking order
 * @param devices phones of the former leader
 * @param held visits a phone told and the ward has yet to decide on
 * @param reports reports of the team that are not approved
 * @param figures what the team has done so far
 */
public record HandoverPack(
        List<FollowUp> followUps,
        long followUpsInAll,
        List<Alley> toDo,
        long households,
        List<Phone> devices,
        int unsent,
        int held,
        List<Open> reports,
        List<Figure> figures) {

    /** A door where somebody was promised to come back. */
    public record FollowUp(
            String place,
            @Nullable String householder,
            Instant promised,
            @Nullable String note) {}

    /** Households of an alley, and how many of them nobody has met. */
    public record Alley(@Nullable String name, int households, int toDo) {}

    /** A phone, with what it said it still keeps. */
    public record Phone(@Nullable String name, Instant seen, int unsent, boolean revoked) {}

    /** A report that is still open. */
    public record Open(
            String period, LocalDate last, @Nullable String status) {}

    /** A number with its name in the reader's language. */
    public record Figure(String nameVi, String nameEn, long amount) {}

    public long notMet() {
        return toDo.stream().mapToLong(Alley::toDo).sum();
    }
}
