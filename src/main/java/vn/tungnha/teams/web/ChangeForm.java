package vn.tungnha.teams.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.teams.AreaCommand;
import vn.tungnha.teams.CombineCommand;
import vn.tungnha.teams.SplitCommand;

/** What is typed to divide, join or move teams. */
final class ChangeForm {

    private ChangeForm() {}

    record Split(
            @Nullable Integer version,

            @NotBlank(message = "{teams.error.name}") @Size(max = 120, message = "{teams.error.long}") @Nullable
            String name,

            @Min(value = 1, message = "{teams.error.number}") @Nullable
            Integer number,

            @NotBlank(message = "{teams.error.kind}") @Nullable
            String kind,

            @NotEmpty(message = "{teams.error.split-villages}") @Nullable
            List<Long> villages,

            @NotEmpty(message = "{teams.error.split-nobody}") @Nullable
            List<UUID> members,

            @Nullable UUID leader,

            @NotNull(message = "{teams.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day,

            @NotBlank(message = "{teams.error.reason}") @Size(max = 500, message = "{teams.error.long}") @Nullable
            String reason,

            @Size(max = 60, message = "{teams.error.long}") @Nullable
            String decisionNumber,

            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decisionDate,

            @Size(max = 120, message = "{teams.error.long}") @Nullable
            String decisionSigner)
            implements Decree {

        SplitCommand command() {
            return new SplitCommand(
                    String.valueOf(name),
                    number,
                    String.valueOf(kind),
                    all(villages),
                    new LinkedHashSet<>(all(members)),
                    leader,
                    decreed());
        }
    }

    record Combination(
            @NotEmpty(message = "{teams.error.combine-two}") @Nullable
            List<Long> teams,

            @NotBlank(message = "{teams.error.name}") @Size(max = 120, message = "{teams.error.long}") @Nullable
            String name,

            @Min(value = 1, message = "{teams.error.number}") @Nullable
            Integer number,

            @NotBlank(message = "{teams.error.kind}") @Nullable
            String kind,

            @Nullable UUID leader,

            @NotNull(message = "{teams.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day,

            @NotBlank(message = "{teams.error.reason}") @Size(max = 500, message = "{teams.error.long}") @Nullable
            String reason,

            @Size(max = 60, message = "{teams.error.long}") @Nullable
            String decisionNumber,

            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decisionDate,

            @Size(max = 120, message = "{teams.error.long}") @Nullable
            String decisionSigner)
            implements Decree {

        CombineCommand command() {
            return new CombineCommand(
                    new LinkedHashSet<>(all(teams)),
                    String.valueOf(name),
                    number,
                    String.valueOf(kind),
                    leader,
                    decreed());
        }
    }

    record Area(
            @Nullable Integer version,

            @NotNull(message = "{teams.error.village}") @Nullable
            Long homeVillage,

            @Nullable List<Long> villages,

            @NotNull(message = "{teams.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day,

            @NotBlank(message = "{teams.error.reason}") @Size(max = 500, message = "{teams.error.long}") @Nullable
            String reason,

            @Size(max = 60, message = "{teams.error.long}") @Nullable
            String decisionNumber,

            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decisionDate,

            @Size(max = 120, message = "{teams.error.long}") @Nullable
            String decisionSigner)
            implements Decree {

        AreaCommand command(long home) {
            Set<Long> others = new LinkedHashSet<>(all(villages));
            others.remove(home);
            return new AreaCommand(home, others, decreed());
        }
    }

    record Renewal(
            @Nullable List<String> names,
            @Nullable List<String> roles,
            @Nullable List<String> organisations,
            @Nullable List<String> phones,

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

    private static <T> List<T> all(@Nullable List<T> ticked) {
        return ticked == null ? List.of() : ticked;
    }
}
