package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TeamDuties;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Who is in a team and in which role: every change of role or team begins a new line. */
@Component
@RequiredArgsConstructor
class TeamRoster {

    private final TeamMemberRepository members;
    private final TeamReads reads;
    private final TeamDuties duties;
    private final ApplicationEventPublisher events;

    UUID add(long teamId, MemberCommand command) {
        if (command.role() == TeamRole.LEADER) {
            stepDown(teamId, command.joinedOn(), null);
        }
        TeamMember member = members.saveAndFlush(new TeamMember(teamId, command));
        audit("member.joined", member, null, null);
        return member.getId();
    }

    UUID edit(UUID id, int version, MemberCommand command) {
        TeamMember member = require(id, version);
        Map<String, @Nullable Object> before = facts(member);
        member.describe(command);
        members.flush();
        TeamMember current = member;
        if (member.getRole() != command.role()) {
            LocalDate from = command.roleFrom() == null ? reads.today() : command.roleFrom();
            current = become(member, command.role(), from);
        }
        audit("member.edited", current, before, null);
        return current.getId();
    }

    UUID leave(UUID id, int version, LocalDate lastDay, @Nullable String reason) {
        TeamMember member = require(id, version);
        Map<String, @Nullable Object> before = facts(member);
        member.leave(lastDay, reason);
        members.flush();
        duties.leave(member.getAccountId(), member.getTeamId(), lastDay);
        audit("member.left", member, before, reason);
        return id;
    }

    UUID lead(long teamId, UUID memberId, LocalDate from) {
        TeamMember member = members.findById(memberId)
                .filter(m -> m.getTeamId() == teamId)
                .orElseThrow(() -> new NotFound("member", memberId));
        Map<String, @Nullable Object> before = facts(member);
        TeamMember leader = become(member, TeamRole.LEADER, from);
        audit("member.leads", leader, before, null);
        return leader.getId();
    }

    void bind(UUID memberId, UUID accountId) {
        TeamMember member = members.findById(memberId).orElseThrow(() -> new NotFound("member", memberId));
        member.bind(accountId);
        members.flush();
        audit("member.account", member, null, null);
    }

    void endAll(long teamId, LocalDate lastDay, String reason) {
        for (TeamMember member : staying(teamId, lastDay)) {
            member.leave(lastDay, reason);
            duties.leave(member.getAccountId(), teamId, lastDay);
        }
        members.flush();
    }

    /** Members go over in the role of MEMBER; who is in the target already (same phone number) is not doubled. */
    void moveAll(long teamId, long targetId, LocalDate from) {
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
                members.save(member.continueAs(targetId, TeamRole.MEMBER, from, "MERGED"));
            }
        }
        members.flush();
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
        if (role == TeamRole.LEADER) {
            stepDown(member.getTeamId(), from, member.getId());
        }
        duties.goOver(member.getAccountId(), member.getTeamId(), member.getTeamId(), dutyOf(role), from);
        if (member.beginsOn(from)) {
            member.take(role);
            return members.saveAndFlush(member);
        }
        return members.saveAndFlush(member.continueAs(member.getTeamId(), role, from, "ROLE"));
    }

    /** Whoever leads on this day or is set to lead later is a plain member from this day on. */
    private void stepDown(long teamId, LocalDate from, @Nullable UUID successor) {
        for (TeamMember leader : members.findByTeamIdAndRoleAndLeftOnGreaterThanEqual(teamId, TeamRole.LEADER, from)) {
            if (leader.getId().equals(successor)) {
                continue;
            }
            Map<String, @Nullable Object> before = facts(leader);
            duties.goOver(leader.getAccountId(), teamId, teamId, Role.TEAM_MEMBER, from);
            TeamMember after = leader;
            if (leader.beginsOn(from)) {
                leader.take(TeamRole.MEMBER);
            } else {
                after = members.save(leader.continueAs(teamId, TeamRole.MEMBER, from, "ROLE"));
            }
            members.flush();
            audit("member.steps-down", after, before, null);
        }
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

    private void audit(
            String action, TeamMember member, @Nullable Map<String, @Nullable Object> before, @Nullable String reason) {
        events.publishEvent(new Audited(
                action,
                "team",
                String.valueOf(member.getTeamId()),
                reads.teams(Set.of(member.getTeamId()), reads.today()).get(0).communeId(),
                before,
                facts(member),
                reason));
    }

    /** What the audit trail keeps of a member: never the whole phone number. */
    private static Map<String, @Nullable Object> facts(TeamMember member) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("member", member.getId());
        facts.put("name", member.getName());
        facts.put("role", member.getRole());
        facts.put("organisation", member.getOrganisation());
        String phone = member.getPhone();
        facts.put("phoneLast3", phone == null || phone.length() < 3 ? null : phone.substring(phone.length() - 3));
        facts.put("trainedOn", member.getTrainedOn());
        facts.put("joinedOn", member.getJoinedOn());
        facts.put("leftOn", member.getLeftOn());
        return facts;
    }
}
