package vn.tungnha.visits.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.CatalogueRow;
import vn.tungnha.visits.CatalogueRow.Kind;

/** A row of the catalogue as it was typed. */
record CatalogueForm(
        @Nullable String code,
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable String shortVi,
        @Nullable String shortEn,
        @Nullable String icon,
        @Nullable String minAge,
        @Nullable String topic,
        @Nullable String pillar,
        @Nullable Boolean onForm,
        @Nullable Boolean enabled,
        @Nullable String position,
        @Nullable String version) {

    static CatalogueForm fresh(int position) {
        return new CatalogueForm(
                null, null, null, null, null, null, "14", null, null, true, true, String.valueOf(position), null);
    }

    static CatalogueForm of(CatalogueRow row) {
        return new CatalogueForm(
                row.code(),
                row.nameVi(),
                row.nameEn(),
                row.shortVi(),
                row.shortEn(),
                row.icon(),
                row.minAge() == null ? null : String.valueOf(row.minAge()),
                row.topic(),
                row.pillar(),
                row.onForm(),
                row.enabled(),
                row.position() == null ? null : String.valueOf(row.position()),
                String.valueOf(row.version()));
    }

    CatalogueRow row(Kind kind, @Nullable String fixedCode) {
        return new CatalogueRow(
                kind,
                fixedCode == null ? text(code) : fixedCode,
                text(nameVi),
                text(nameEn),
                shortVi,
                shortEn,
                icon,
                whole(minAge),
                text(topic).isEmpty() ? null : text(topic),
                pillar,
                Boolean.TRUE.equals(onForm),
                Boolean.TRUE.equals(enabled),
                whole(position),
                Objects.requireNonNullElse(whole(version), 0));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** Null where it is no number: the rule of the field says what is wanted. */
    private static @Nullable Integer whole(@Nullable String typed) {
        return text(typed).matches("\\d{1,4}") ? Integer.valueOf(text(typed)) : null;
    }
}
