package vn.tungnha.models.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import vn.tungnha.models.ModelCommand;
import vn.tungnha.models.ModelView;

/** What is typed of a community model. */
record ModelForm(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String owner,
        @Nullable Long unit,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate foundedOn,

        @Nullable Boolean digital,
        @Nullable String summary,
        @Nullable String results,
        @Nullable UUID copiedFrom) {

    static ModelForm blank(@Nullable Long unit, @Nullable UUID copiedFrom) {
        return new ModelForm(
                UUID.randomUUID(), null, "DIGITAL_NEIGHBOURHOOD", "", "", unit, null, true, "", "", copiedFrom);
    }

    static ModelForm of(ModelView model) {
        return new ModelForm(
                model.id(),
                model.version(),
                model.kind(),
                model.name(),
                model.owner(),
                model.unitId(),
                model.foundedOn(),
                model.digital(),
                model.summary(),
                model.results(),
                model.copiedFrom());
    }

    ModelCommand command() {
        return new ModelCommand(
                text(kind),
                text(name),
                text(owner),
                unit,
                foundedOn,
                Boolean.TRUE.equals(digital),
                text(summary),
                results,
                copiedFrom);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
