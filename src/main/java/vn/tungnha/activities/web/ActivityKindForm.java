package vn.tungnha.activities.web;

import org.jspecify.annotations.Nullable;
import vn.tungnha.activities.ActivityKind;

/** What is typed of a kind of activity. */
record ActivityKindForm(
        @Nullable Integer version,
        @Nullable String code,
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable Boolean trains,
        @Nullable Boolean duty,
        @Nullable Boolean signUp,
        @Nullable Boolean desk,
        @Nullable Boolean enabled,
        @Nullable Integer position) {

    static ActivityKindForm blank(int position) {
        return new ActivityKindForm(null, "", "", "", false, true, false, false, true, position);
    }

    static ActivityKindForm of(ActivityKind kind) {
        return new ActivityKindForm(
                kind.version(),
                kind.code(),
                kind.nameVi(),
                kind.nameEn(),
                kind.trains(),
                kind.duty(),
                kind.signUp(),
                kind.desk(),
                kind.enabled(),
                kind.position());
    }

    /** @param known the code of the address; null = the one typed */
    ActivityKind kind(@Nullable String known) {
        return new ActivityKind(
                known == null ? text(code).strip() : known,
                version == null ? -1 : version,
                text(nameVi),
                text(nameEn),
                Boolean.TRUE.equals(trains),
                Boolean.TRUE.equals(duty),
                Boolean.TRUE.equals(signUp),
                Boolean.TRUE.equals(desk),
                Boolean.TRUE.equals(enabled),
                position == null ? 0 : position);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
