package vn.tungnha.contests.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.contests.votes.BallotCommand;

/**
 * What is typed of a vote.
 *
 * @param at whose it is: {@code unit:7} or {@code team:33}
 * @param options one a line
 */
record BallotForm(
        @Nullable UUID id,

        @NotBlank(message = "{contests.error.missing}") @Nullable
        String title,

        @Nullable String note,
        @Nullable String at,

        @NotNull(message = "{contests.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate heldOn,

        @Nullable String most,

        @NotBlank(message = "{contests.error.missing}") @Nullable
        String options) {

    static BallotForm blank(LocalDate today, String options) {
        return new BallotForm(UUID.randomUUID(), "", "", null, today, "1", options);
    }

    /** Once nothing is missing. */
    BallotCommand command() {
        return new BallotCommand(
                Objects.requireNonNull(title),
                note == null || note.isBlank() ? null : note.strip(),
                HoldingPlaces.id(at, "unit"),
                HoldingPlaces.id(at, "team"),
                Objects.requireNonNull(heldOn),
                RoundForm.number("most", most),
                QuestionForm.lines(Objects.requireNonNull(options)));
    }
}
