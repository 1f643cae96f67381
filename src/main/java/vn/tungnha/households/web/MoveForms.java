package vn.tungnha.households.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.households.Stay;

/** What is typed to move, end, split and join; the day is the first of what begins or the last of what ends. */
final class MoveForms {

    private MoveForms() {}

    record Move(
            @Nullable Integer version,

            @NotNull(message = "{households.error.village}") @Nullable
            Long village,

            @NotNull(message = "{households.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day) {}

    record End(
            @Nullable Integer version,

            @NotNull(message = "{households.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day,

            @NotBlank(message = "{households.error.reason}") @Nullable
            String reason) {}

    record Split(
            @Nullable Integer version,
            @Nullable UUID id,

            @NotEmpty(message = "{households.error.split-nobody}") @Nullable
            List<UUID> residents,

            @NotBlank(message = "{households.error.alley}") @Nullable
            String alley,

            @Nullable String number,

            @NotNull(message = "{households.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day) {

        /** A form without an id of its own is bound with the one in the address, which is the old household's. */
        UUID fresh(UUID household) {
            return id == null || id.equals(household) ? UUID.randomUUID() : id;
        }
    }

    /** Of a whole household or of one resident. */
    record Into(
            @Nullable Integer version,

            @NotNull(message = "{households.error.target}") @Nullable
            UUID household,

            @Nullable Stay stay,

            @NotNull(message = "{households.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day) {}

    record Gone(
            @Nullable Integer version,

            @NotNull(message = "{households.error.how}") @Nullable
            How how,

            @NotNull(message = "{households.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
            LocalDate day) {

        enum How {
            LEFT,
            DECEASED
        }
    }
}
