package vn.tungnha.contests.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.contests.ContestCommand;
import vn.tungnha.contests.ContestView;
import vn.tungnha.contests.Entrants;
import vn.tungnha.contests.Sides;

/**
 * What is typed of a contest.
 *
 * @param at whose it is: {@code unit:7} or {@code team:33}
 */
record ContestForm(
        @Nullable UUID id,
        @Nullable Integer version,

        @NotBlank(message = "{contests.error.missing}") @Nullable
        String name,

        @Nullable String at,

        @NotNull(message = "{contests.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate firstDay,

        @NotNull(message = "{contests.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate lastDay,

        @NotNull(message = "{contests.error.missing}") @Nullable
        Entrants entrants,

        @NotNull(message = "{contests.error.missing}") @Nullable
        Sides sides,

        @Nullable Boolean fullNames,
        @Nullable Boolean namesShown,
        @Nullable Boolean phones,
        @Nullable String note) {

    static ContestForm blank(LocalDate today) {
        return new ContestForm(
                UUID.randomUUID(),
                null,
                "",
                null,
                today,
                today,
                Entrants.ANYONE,
                Sides.PERSONS,
                false,
                false,
                false,
                "");
    }

    static ContestForm of(ContestView contest) {
        return new ContestForm(
                contest.id(),
                contest.version(),
                contest.name(),
                contest.unitId() == null ? "team:" + contest.teamId() : "unit:" + contest.unitId(),
                contest.firstDay(),
                contest.lastDay(),
                contest.entrants(),
                contest.sides(),
                contest.fullNames(),
                contest.namesShown(),
                contest.phones(),
                contest.note());
    }

    /** Once nothing is missing. */
    ContestCommand command() {
        return new ContestCommand(
                Objects.requireNonNull(name),
                HoldingPlaces.id(at, "unit"),
                HoldingPlaces.id(at, "team"),
                Objects.requireNonNull(firstDay),
                Objects.requireNonNull(lastDay),
                Objects.requireNonNull(entrants),
                Objects.requireNonNull(sides),
                Boolean.TRUE.equals(fullNames),
                Boolean.TRUE.equals(namesShown),
                Boolean.TRUE.equals(phones),
                note == null || note.isBlank() ? null : note.strip());
    }
}
