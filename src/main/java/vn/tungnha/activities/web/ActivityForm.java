package vn.tungnha.activities.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.activities.ActivityCommand;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.shared.Days;

/** What is typed of an activity. */
record ActivityForm(
        @Nullable UUID id,
        @Nullable Integer version,

        @NotBlank(message = "{activities.error.kind}") @Nullable
        String kind,

        @NotBlank(message = "{activities.error.title}")
        @Size(max = 160, message = "{activities.error.too-long}")
        @Nullable
        String title,

        @NotBlank(message = "{activities.error.place}")
        @Size(max = 160, message = "{activities.error.too-long}")
        @Nullable
        String place,

        @NotNull(message = "{activities.error.team-missing}") @Nullable
        Long team,

        @Nullable Long village,
        @Nullable List<Long> teams,
        @Nullable UUID campaign,

        @NotNull(message = "{activities.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate day,

        @NotNull(message = "{activities.error.from}") @DateTimeFormat(pattern = "HH:mm") @Nullable
        LocalTime from,

        @NotNull(message = "{activities.error.until}") @DateTimeFormat(pattern = "HH:mm") @Nullable
        LocalTime until,

        @Nullable Integer capacity) {

    static ActivityForm blank(@Nullable String kind, @Nullable Long team, @Nullable UUID campaign, LocalDate day) {
        return new ActivityForm(
                UUID.randomUUID(),
                null,
                kind,
                "",
                "",
                team,
                null,
                List.of(),
                campaign,
                day,
                LocalTime.of(8, 0),
                LocalTime.of(11, 0),
                null);
    }

    static ActivityForm of(ActivityView activity) {
        return new ActivityForm(
                activity.id(),
                activity.version(),
                activity.kind(),
                activity.title(),
                activity.place(),
                activity.teamId(),
                activity.villageId(),
                List.copyOf(activity.invited()),
                activity.campaign(),
                activity.day(),
                LocalTime.ofInstant(activity.startsAt(), Days.ZONE),
                LocalTime.ofInstant(activity.endsAt(), Days.ZONE),
                activity.capacity());
    }

    /** Once nothing is missing. */
    ActivityCommand command() {
        long host = Objects.requireNonNull(team);
        Set<Long> invited = new LinkedHashSet<>(teams == null ? List.of() : teams);
        invited.remove(host);
        return new ActivityCommand(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(title),
                Objects.requireNonNull(place),
                host,
                village,
                invited,
                campaign,
                Objects.requireNonNull(day),
                Objects.requireNonNull(from),
                Objects.requireNonNull(until),
                capacity);
    }
}
