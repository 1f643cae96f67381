package vn.tungnha.activities.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.activities.CampaignCommand;
import vn.tungnha.activities.CampaignView;

/**
 * What is typed of a campaign.
 *
 * @param at whose it is: {@code unit:7} or {@code team:33}
 */
record CampaignForm(
        @Nullable UUID id,
        @Nullable Integer version,

        @NotBlank(message = "{activities.error.name-missing}")
        @Size(max = 160, message = "{activities.error.too-long}")
        @Nullable
        String name,

        @Nullable String at,
        @Nullable String indicator,
        @Nullable Long goal,

        @NotNull(message = "{activities.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate firstDay,

        @NotNull(message = "{activities.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate lastDay,

        @Size(max = 4000, message = "{activities.error.too-long}") @Nullable
        String note) {

    static CampaignForm blank(@Nullable String at, LocalDate today) {
        return new CampaignForm(UUID.randomUUID(), null, "", at, "", null, today, today.plusDays(89), "");
    }

    static CampaignForm of(CampaignView campaign) {
        return new CampaignForm(
                campaign.id(),
                campaign.version(),
                campaign.name(),
                campaign.unitId() == null ? "team:" + campaign.teamId() : "unit:" + campaign.unitId(),
                campaign.indicator(),
                campaign.goal(),
                campaign.firstDay(),
                campaign.lastDay(),
                campaign.note());
    }

    /** Once nothing is missing. */
    CampaignCommand command() {
        return new CampaignCommand(
                Objects.requireNonNull(name),
                place("unit:"),
                place("team:"),
                indicator == null || indicator.isBlank() ? null : indicator,
                goal,
                Objects.requireNonNull(firstDay),
                Objects.requireNonNull(lastDay),
                note == null || note.isBlank() ? null : note.strip());
    }

    private @Nullable Long place(String kind) {
        return at != null && at.matches(kind + "\\d{1,18}") ? Long.valueOf(at.substring(kind.length())) : null;
    }
}
