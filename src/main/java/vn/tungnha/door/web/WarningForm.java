package vn.tungnha.door.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.door.Warning;

/** What is typed of a warning. @param unit id of whom it is for; null = everybody */
record WarningForm(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable Long unit,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate issuedOn,
        @Nullable String title,
        @Nullable String words,
        @Nullable String advice,
        @Nullable String source) {

    static WarningForm blank(@Nullable Long unit, LocalDate today) {
        return new WarningForm(UUID.randomUUID(), null, unit, today, "", "", "", "");
    }

    static WarningForm of(Warning warning) {
        return new WarningForm(
                warning.id(),
                warning.version(),
                warning.unit(),
                warning.issuedOn(),
                warning.title(),
                warning.words(),
                warning.advice(),
                warning.source());
    }

    Warning warning(UUID known, LocalDate today) {
        return new Warning(
                known,
                version == null ? -1 : version,
                unit,
                null,
                issuedOn == null ? today : issuedOn,
                text(title),
                text(words),
                text(advice),
                text(source),
                null);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
