package vn.tungnha.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One version of a form.
 *
 * @param grain how long a time it is for; null = any
 * @param unit it is only for what lies under that; null = for everybody
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
        @Nullable Long unit,
        long versionId,
        int version,
        LocalDate validFrom,
        FormHead head,
        List<FormSection> sections) {

    /** Everything it says, in which braces may stand. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                head.parentBody(),
                head.issuer(),
                head.symbol(),
                head.title(),
                head.subject(),
                head.addressee(),
                head.recipients(),
                head.signers()));
        sections.forEach(section -> {
            texts.add(section.heading());
            texts.add(section.body());
            section.lines().forEach(line -> texts.add(line.words()));
        });
        return texts;
    }

    /** With the words of its lines filled in. */
    PaperForm filled(UnaryOperator<String> fill) {
        return new PaperForm(
                id,
                code,
                kind,
                grain,
                nameVi,
                nameEn,
                unit,
                versionId,
                version,
                validFrom,
                head,
                sections.stream()
                        .map(it -> new FormSection(
                                it.kind(),
                                it.heading(),
                                it.body(),
                                it.own(),
                                it.lines().stream()
                                        .map(line -> line.filled(fill))
                                        .toList()))
                        .toList());
    }

    boolean isFor(PaperPlace place, PaperGrain wanted) {
        boolean here = place.unit() == null
                ? kind == PaperKind.TEAM
                : kind.isOf(place.unit().level());
        return here && (grain == null || grain == wanted);
    }
}
