package vn.tungnha.households.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.households.ResidentCommand;
import vn.tungnha.households.ResidentView;
import vn.tungnha.households.Sex;
import vn.tungnha.households.Stay;

/** What is typed of a resident. An empty phone or citizen number of somebody known means: leave it. */
record ResidentForm(
        @Nullable UUID id,
        @Nullable Integer version,

        @Size(max = 120, message = "{households.error.long}") @Nullable
        String name,

        @Nullable Integer birthYear,
        @Nullable Sex sex,
        @Nullable Boolean householder,
        @Nullable Boolean smartphone,
        @Nullable String phone,
        @Nullable Boolean noPhone,
        @Nullable String citizenNumber,

        @NotNull(message = "{households.error.stay}") @Nullable
        Stay stay,

        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate since) {

    static ResidentForm blank(LocalDate today) {
        return new ResidentForm(
                UUID.randomUUID(), null, "", null, null, false, null, "", false, "", Stay.PERMANENT, today);
    }

    static ResidentForm of(ResidentView resident) {
        return new ResidentForm(
                resident.id(),
                resident.version(),
                resident.name(),
                resident.birthYear(),
                resident.sex(),
                resident.householder(),
                resident.smartphone(),
                "",
                false,
                "",
                resident.stay(),
                resident.since());
    }

    /** A form without an id of its own is bound with the one in the address, which is the household's. */
    UUID fresh(UUID household) {
        return id == null || id.equals(household) ? UUID.randomUUID() : id;
    }

    int seen() {
        return version == null ? -1 : version;
    }

    ResidentCommand command(UUID resident) {
        return new ResidentCommand(
                resident,
                name,
                birthYear,
                sex,
                Boolean.TRUE.equals(householder),
                smartphone,
                Boolean.TRUE.equals(noPhone) ? "" : text(phone),
                text(citizenNumber),
                stay == null ? Stay.UNKNOWN : stay,
                since);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }
}
