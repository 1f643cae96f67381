package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TeamDuties;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Who is in a team and in which role: every change of role or team begins a new line. */
@Component
@RequiredArgsConstructor
class TeamRoster {

    private final TeamMemberRepository members;
    private final TeamReads reads;
    private final TeamDuties duties;
    private final MemberTrail trail;
    private final ApplicationEventPublisher events;

    UUID add(long teamId, MemberCommand command) {
        UUID former = command.role() == TeamRole.LEADER ? stepDown(teamId, command.joinedOn(), null) : null;
        TeamMember member = members.saveAndFlush(new TeamMember(teamId, command));
        if (command.role() == TeamRole.LEADER) {
            events.publishEvent(new LeaderChanged(teamId, former, member.getId(), command.joinedOn()));
        }
        trail.tell("member.joined", member, null, null);
        return member.getId();
    }

    UUID edit(UUID id, int version, MemberCommand command) {
        TeamMember member = require(id, version);
        Map<String, @Nullable Object> before = MemberTrail.facts(member);
        member.describe(command);
        members.flush();
        TeamMember current = member;
        if (member.getRole() != command.role()) {
            LocalDate from = command.roleFrom() == null ? reads.today() : command.roleFrom();
            current = become(member, command.role(), from);
        }
        trail.tell("member.edited", current, before, null);
        return current.getId();
    }

    UUID leave(UUID id, int version, LocalDate lastDay, @Nullable String reason) {
        TeamMember member = require(id, version);
        Map<String, @Nullable Object> before = MemberTrail.facts(member);
        member.leave(lastDay, reason);
        members.flush();
        duties.leave(member.getAccountId(), member.getTeamId(), lastDay);
        trail.tell("member.left", member, before, reason);
        return id;
    }

    /** Takes back members as if they had never been. */
    void takeBack(Set<UUID> ids, String reason) {
        for (TeamMember member : members.findAllById(ids)) {
            trail.takenBack(member, reason);
            members.delete(member);
        }
        members.flush();
    }

    UUID lead(long teamId, UUID memberId, LocalDate from) {
        return take(teamId, memberId, TeamRole.LEADER, from);
    }

    /** Takes another role from a day on. */
    UUID take(long teamId, UUID memberId, TeamRole role, LocalDate from) {
        TeamMember member = of(teamId, memberId);
        Map<String, @Nullable Object> before = MemberTrail.facts(member);
        TeamMember after = become(member, role, from);
        trail.tell(role == TeamRole.LEADER ? "member.leads" : "member.edited", after, before, null);
        return after.getId();
    }

    void leave(long teamId, UUID memberId, LocalDate lastDay, String reason) {
        TeamMember member = of(teamId, memberId);
        leave(memberId, Objects.requireNonNull(member.getVersion()), lastDay, reason);
    }

    private TeamMember of(long teamId, UUID memberId) {
        return members.findById(memberId)
                .filter(m -> m.getTeamId() == teamId)
                .orElseThrow(() -> new NotFound("member", memberId));
    }

    /** Those of them who were in their team on that day and have no day of training yet. */
    Set<TeamMember> untrained(Collection<UUID> ids, LocalDate day) {
        return members.findAllById(ids).stream()
                .filter(member -> member.getTrainedOn() == null
                        && !day.isBefore(member.getJoinedOn())
                        && !day.isAfter(member.getLeftOn()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void trained(TeamMember member, LocalDate day) {
        Map<String, @Nullable Object> before = MemberTrail.facts(member);
        member.train(day);
        members.saveAndFlush(member);
        trail.tell("member.trained", member, before, null);
    }

    void bind(UUID memberId, UUID accountId) {
        TeamMember member = members.findById(memberId).orElseThrow(() -> new NotFound("member", memberId));
        member.bind(accountId);
        members.flush();
        trail.tell("member.account", member, null, null);
    }

    void endAll(long teamId, LocalDate lastDay, String reason) {
        for (TeamMember member : staying(teamId, lastDay)) {
            member.leave(lastDay, reason);
            duties.leave(member.getAccountId(), teamId, lastDay);
        }
        members.flush();
    }

    /** Chosen members go over on a day; whoever led goes as a plain member. Answers which line each became. */
    Map<UUID, UUID> move(long teamId, long targetId, Set<UUID> chosen, LocalDate from) {
        Map<UUID, UUID> became = new LinkedHashMap<>();
        for (UUID id : chosen) {
            TeamMember member = of(teamId, id);
            if (member.getJoinedOn().isAfter(from.minusDays(1))) {
                throw RuleBroken.at("day", "teams.error.members-join-later", from.minusDays(1));
            }
            Map<String, @Nullable Object> before = MemberTrail.facts(member);
            TeamRole role = member.getRole() == TeamRole.DEPUTY ? TeamRole.DEPUTY : TeamRole.MEMBER;
            duties.goOver(member.getAccountId(), teamId, targetId, dutyOf(role), from);
            TeamMember next = members.saveAndFlush(member.continueAs(targetId, role, from, "SPLIT"));
            became.put(id, next.getId());
            trail.tell("member.moved", next, before, null);
        }
        return became;
    }

    /**
     * Members go over in the role of MEMBER; who is in the target already (same phone number) is not doubled. Answers which
     * line each became.
     */
    Map<UUID, UUID> moveAll(long teamId, long targetId, LocalDate from) {
        Map<UUID, UUID> became = new LinkedHashMap<>();
        Set<String> there = new HashSet<>();
        for (MemberView member : reads.members(targetId, from)) {
            if (member.phone() != null) {
                there.add(member.phone());
            }
        }
        for (TeamMember member : staying(teamId, from.minusDays(1))) {
            duties.goOver(member.getAccountId(), teamId, targetId, Role.TEAM_MEMBER, from);
            if (member.getPhone() != null && there.contains(member.getPhone())) {
                member.leave(from.minusDays(1), "MERGED");
            } else {
                TeamMember next = members.save(member.continueAs(targetId, TeamRole.MEMBER, from, "MERGED"));
                became.put(member.getId(), next.getId());
            }
        }
        members.flush();
        return became;
    }

    private List<TeamMember> staying(long teamId, LocalDate lastDay) {
        List<TeamMember> staying = members.findByTeamIdAndLeftOnGreaterThanEqual(teamId, lastDay.plusDays(1));
        if (staying.stream().anyMatch(member -> member.getJoinedOn().isAfter(lastDay))) {
            throw RuleBroken.at("day", "teams.error.members-join-later", lastDay);
        }
        return staying;
    }

    private TeamMember become(TeamMember member, TeamRole role, LocalDate from) {
        if (from.isAfter(member.getLeftOn())) {
            throw RuleBroken.at("roleFrom", "teams.error.role-after-leaving", member.getLeftOn());
        }
        if (member.getRole() == role) {
            throw RuleBroken.at("role", "teams.error.same-role");
        }
        UUID former = role == TeamRole.LEADER ? stepDown(member.getTeamId(), from, member.getId()) : null;
        duties.goOver(member.getAccountId(), member.getTeamId(), member.getTeamId(), dutyOf(role), from);
        TeamMember after = member;
        if (member.beginsOn(from)) {
            member.take(role);
        } else {
            after = member.continueAs(member.getTeamId(), role, from, "ROLE");
        }
        TeamMember saved = members.saveAndFlush(after);
        if (role == TeamRole.LEADER) {
            events.publishEvent(new LeaderChanged(member.getTeamId(), former, saved.getId(), from));
        }
        return saved;
    }

    /**
     * Whoever leads on this day or is set to lead later is a plain member from this day on.
     *
     * @return the line of whoever led the day before, null when nobody did
     */
    private @Nullable UUID stepDown(long teamId, LocalDate from, @Nullable UUID successor) {
        UUID former = null;
        for (TeamMember leader : members.findByTeamIdAndRoleAndLeftOnGreaterThanEqual(teamId, TeamRole.LEADER, from)) {
            if (leader.getId().equals(successor)) {
                continue;
            }
            Map<String, @Nullable Object> before = MemberTrail.facts(leader);
            duties.goOver(leader.getAccountId(), teamId, teamId, Role.TEAM_MEMBER, from);
            TeamMember after = leader;
            if (leader.beginsOn(from)) {
                leader.take(TeamRole.MEMBER);
            } else {
                former = leader.getId();
                after = members.save(leader.continueAs(teamId, TeamRole.MEMBER, from, "ROLE"));
            }
            members.flush();
            trail.tell("member.steps-down", after, before, null);
        }
        return former;
    }

    /** Deputies stand in for the leader and may do what the leader may. */
    private static Role dutyOf(TeamRole role) {
        return role == TeamRole.MEMBER ? Role.TEAM_MEMBER : Role.TEAM_LEADER;
    }

    private TeamMember require(UUID id, int version) {
        TeamMember member = members.findById(id).orElseThrow(() -> new NotFound("member", id));
        member.requireVersion(version);
        return member;
    }
}
