package vn.tungnha.life.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.life.DecisionKind;

/** What is typed to draft a decision. */
record DraftForm(
        @NotNull(message = "{life.error.kind}") @Nullable DecisionKind kind,

        @NotEmpty(message = "{life.error.teams}") @Nullable List<Long> teams,

        @NotNull(message = "{life.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate effective,

        @Size(max = 500, message = "{life.error.long}") @Nullable
        String reason) {}
