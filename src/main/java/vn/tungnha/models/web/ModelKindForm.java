package vn.tungnha.models.web;

import org.jspecify.annotations.Nullable;
import vn.tungnha.models.ModelKind;

/** What is typed of a kind of models. */
record ModelKindForm(
        @Nullable Integer version,
        @Nullable String code,
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable Boolean enabled,
        @Nullable Integer position) {

    static ModelKindForm blank(int position) {
        return new ModelKindForm(null, "", "", "", true, position);
    }

    static ModelKindForm of(ModelKind kind) {
        return new ModelKindForm(
                kind.version(), kind.code(), kind.nameVi(), kind.nameEn(), kind.enabled(), kind.position());
    }

    /** @param known the code of the address; null = the one typed */
    ModelKind kind(@Nullable String known) {
        return new ModelKind(
                known == null ? text(code).strip() : known,
                version == null ? -1 : version,
                text(nameVi),
                text(nameEn),
                Boolean.TRUE.equals(enabled),
                position == null ? 0 : position);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
