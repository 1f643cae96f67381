package vn.tungnha.papers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a form.
 *
 * @param grain how long a time it is for; null = any
 * @param versionId id of this version
 * @param validFrom it is used for periods that end on this day or later
 */
public record PaperForm(
        int id,
        String code,
        PaperKind kind,
        @Nullable PaperGrain grain,
        String nameVi,
        String nameEn,
        long versionId,
        int version,
        LocalDate validFrom,
        FormHead head,
        List<FormSection> sections) {

    boolean isFor(PaperPlace place, PaperGrain wanted) {
        boolean here = place.unit() == null
                ? kind == PaperKind.TEAM
                : kind.isOf(place.unit().level());
        return here && (grain == null || grain == wanted);
    }
}
