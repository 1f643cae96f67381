package vn.tungnha.teams.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What is typed to end a team or to hand on its lead. */
final class EndingForm {

    private EndingForm() {}

    record Dissolution(
            @Nullable Integer version,

            @NotNull(message = "{teams.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day,

            @NotBlank(message = "{teams.error.reason}") @Size(max = 500, message = "{teams.error.long}") @Nullable
            String reason,

            @Size(max = 60, message = "{teams.error.long}") @Nullable
            String decisionNumber,

            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decisionDate,

            @Size(max = 120, message = "{teams.error.long}") @Nullable
            String decisionSigner)
            implements Decree {}

    record Merger(
            @Nullable Integer version,

            @NotNull(message = "{teams.error.target}") @Nullable
            Long target,

            @NotNull(message = "{teams.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day,

            @NotBlank(message = "{teams.error.reason}") @Size(max = 500, message = "{teams.error.long}") @Nullable
            String reason,

            @Size(max = 60, message = "{teams.error.long}") @Nullable
            String decisionNumber,

            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decisionDate,

            @Size(max = 120, message = "{teams.error.long}") @Nullable
            String decisionSigner)
            implements Decree {}

    record Leader(
            @NotNull(message = "{teams.error.leader}") @Nullable
            UUID member,

            @NotNull(message = "{teams.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day) {}

    /** A member's last day. */
    record Departure(
            @Nullable Integer version,

            @NotNull(message = "{teams.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day,

            @Size(max = 200, message = "{teams.error.long}") @Nullable
            String reason) {}
}
