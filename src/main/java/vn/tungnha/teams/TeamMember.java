package vn.tungnha.teams;

import static lombok.AccessLevel.PROTECTED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
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
class TeamMember {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private Long teamId;
    private String name;
    private String sortKey;

    @Enumerated(EnumType.STRING)
    private TeamRole role;

    private @Nullable String organisation;
    private @Nullable String phone;
    private @Nullable LocalDate trainedOn;
    private @Nullable UUID accountId;
    private LocalDate joinedOn;
    private LocalDate leftOn = Days.FOREVER;
    private @Nullable String leaveReason;

    TeamMember(long teamId, MemberCommand command) {
        this.id = UUID.randomUUID();
        this.teamId = teamId;
        this.role = command.role();
        this.joinedOn = command.joinedOn();
        describe(command);
    }

    /** Everything but the role, which has days of its own. */
    final void describe(MemberCommand command) {
        name = command.name().strip();
        sortKey = SortKeys.person(name);
        organisation = command.organisation();
        phone = command.phone();
        trainedOn = command.trainedOn();
        if (command.joinedOn().isAfter(leftOn)) {
            throw RuleBroken.at("joinedOn", "teams.error.leaves-before-joining", command.joinedOn());
        }
        joinedOn = command.joinedOn();
    }

    /** The same person in another team or role from a day on; this line ends the day before. */
    TeamMember continueAs(long team, TeamRole newRole, LocalDate from, String reason) {
        TeamMember next =
                new TeamMember(team, new MemberCommand(name, newRole, organisation, phone, trainedOn, from, null));
        next.accountId = accountId;
        next.leftOn = team == teamId ? leftOn : Days.FOREVER;
        leave(from.minusDays(1), reason);
        return next;
    }

    /** Whether a role taken on this day replaces the line instead of following it. */
    boolean beginsOn(LocalDate day) {
        return !joinedOn.isBefore(day);
    }

    void take(TeamRole newRole) {
        role = newRole;
    }

    void leave(LocalDate lastDay, @Nullable String reason) {
        if (lastDay.isBefore(joinedOn)) {
            throw RuleBroken.at("day", "teams.error.leaves-before-joining", joinedOn);
        }
        leftOn = lastDay;
        leaveReason = reason;
    }

    void train(LocalDate day) {
        trainedOn = day;
    }

    void bind(UUID account) {
        accountId = account;
    }

    void requireVersion(int seen) {
        if (version == null || version != seen) {
            throw new Stale("member", id);
        }
    }
}
