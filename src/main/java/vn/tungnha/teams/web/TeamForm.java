package vn.tungnha.teams.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.ChatGroup;
import vn.tungnha.teams.Decision;
import vn.tungnha.teams.TeamCommand;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;

/** What is typed to register or edit a team. The home village is an id, or {@value #NEW} for one to be made with it. */
record TeamForm(
        @Nullable Integer version,

        @Min(value = 1, message = "{teams.error.number}") @Nullable
        Integer number,

        @NotBlank(message = "{teams.error.name}") @Size(max = 120, message = "{teams.error.long}") @Nullable
        String name,

        @NotBlank(message = "{teams.error.kind}") @Nullable String kind,

        @NotBlank(message = "{teams.error.village}") @Nullable
        String homeVillage,

        @Nullable String villageKind,

        @Min(value = 1, message = "{teams.error.number}") @Nullable
        Integer villageNumber,

        @Nullable String villageName,
        @Nullable List<Long> otherVillages,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate areaFrom,

        @Size(max = 60, message = "{teams.error.long}") @Nullable
        String decisionNumber,

        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decisionDate,

        @Size(max = 120, message = "{teams.error.long}") @Nullable
        String decisionSigner,

        @NotNull(message = "{teams.error.established}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate establishedOn,

        @Size(max = 120, message = "{teams.error.long}") @Nullable
        String responsible,

        @Size(max = 120, message = "{teams.error.long}") @Nullable
        String responsibleContact,

        @Nullable String groupKind,

        @Pattern(regexp = "|https?://\\S{3,300}", message = "{teams.error.group-url}") @Nullable
        String groupUrl,

        @Min(value = 0, message = "{teams.error.number}") @Nullable
        Integer groupHouseholds) {

    static final String NEW = "new";

    static TeamForm blank(LocalDate today, String kind) {
        return new TeamForm(
                null, null, "", kind, "", "TDP", null, null, List.of(), null, null, null, null, today, null, null,
                "ZALO", null, null);
    }

    static TeamForm of(TeamView team, LocalDate today) {
        TeamVillage home = team.home();
        return new TeamForm(
                team.version(),
                team.number(),
                team.name(),
                team.kind(),
                home == null ? "" : String.valueOf(home.id()),
                null,
                null,
                null,
                team.villages().stream()
                        .filter(v -> !v.home())
                        .map(TeamVillage::id)
                        .toList(),
                today,
                team.decision().number(),
                team.decision().date(),
                team.decision().signer(),
                team.establishedOn(),
                team.responsible(),
                team.responsibleContact(),
                team.group().kind() == null ? "ZALO" : team.group().kind(),
                team.group().url(),
                team.group().households());
    }

    boolean makesVillage() {
        return NEW.equals(homeVillage);
    }

    long homeVillageId() {
        try {
            return Long.parseLong(homeVillage == null ? "" : homeVillage);
        } catch (NumberFormatException notAnId) {
            throw RuleBroken.at("homeVillage", "teams.error.village");
        }
    }

    LocalDate established() {
        if (establishedOn == null) {
            throw RuleBroken.at("establishedOn", "teams.error.established");
        }
        return establishedOn;
    }

    TeamCommand command(long home, @Nullable LocalDate from) {
        Set<Long> others = new LinkedHashSet<>(otherVillages == null ? List.of() : otherVillages);
        others.remove(home);
        return new TeamCommand(
                name == null ? "" : name,
                number,
                kind == null ? "" : kind,
                home,
                others,
                from,
                new Decision(text(decisionNumber), decisionDate, text(decisionSigner)),
                text(responsible),
                text(responsibleContact),
                new ChatGroup(text(groupKind), text(groupUrl), groupHouseholds),
                established());
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
