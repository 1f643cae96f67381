package vn.tungnha.teams;

import static lombok.AccessLevel.PROTECTED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.Stale;

@Entity
@Getter
@NoArgsConstructor(access = PROTECTED)
@SuppressWarnings("NullAway.Init") // filled by JPA
class Team {

    @Id
    private Long id;

    @Version
    private @Nullable Integer version;

    private String name;
    private @Nullable Integer number;
    private String kind;
    private String search;
    private @Nullable String decisionNumber;
    private @Nullable LocalDate decisionDate;
    private @Nullable String decisionSigner;
    private @Nullable String groupKind;
    private @Nullable String groupUrl;
    private @Nullable Integer groupHouseholds;

    @Enumerated(EnumType.STRING)
    private TeamStatus status = TeamStatus.ACTIVE;

    private LocalDate establishedOn;
    private LocalDate endedOn = Days.FOREVER;
    private @Nullable String endReason;

    @Column(name = "merged_into_id")
    private @Nullable Long mergedIntoId;

    Team(long id, TeamCommand command) {
        this.id = id;
        become(command);
    }

    final void become(TeamCommand command) {
        requireActive();
        name = command.name().strip();
        number = command.number();
        kind = command.kind();
        groupKind = command.group().url() == null ? null : command.group().kind();
        groupUrl = command.group().url();
        groupHouseholds = command.group().households();
        establishedOn = command.establishedOn();
        establishedBy(command.decision());
    }

    final void establishedBy(Decision decision) {
        decisionNumber = decision.number();
        decisionDate = decision.date();
        decisionSigner = decision.signer();
        search = SortKeys.fold(name + (decisionNumber == null ? "" : " " + decisionNumber));
    }

    void dissolve(LocalDate lastDay, String reason) {
        endOn(lastDay, reason);
        status = TeamStatus.DISSOLVED;
    }

    void mergeInto(Team target, LocalDate lastDay, String reason) {
        if (target.id.equals(id)) {
            throw RuleBroken.at("target", "teams.error.merge-self");
        }
        target.requireActive();
        if (target.establishedOn.isAfter(lastDay.plusDays(1))) {
            throw RuleBroken.at("day", "teams.error.target-younger", target.establishedOn);
        }
        endOn(lastDay, reason);
        status = TeamStatus.MERGED;
        mergedIntoId = target.id;
    }

    void requireActive() {
        if (status != TeamStatus.ACTIVE) {
            throw new RuleBroken("teams.error.ended", endedOn);
        }
    }

    void requireVersion(int seen) {
        if (version == null || version != seen) {
            throw new Stale("team", id);
        }
    }

    private void endOn(LocalDate lastDay, String reason) {
        requireActive();
        if (lastDay.isBefore(establishedOn)) {
            throw RuleBroken.at("day", "teams.error.ends-before-start", establishedOn);
        }
        endedOn = lastDay;
        endReason = reason;
    }
}
