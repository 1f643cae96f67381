package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

/**
 * Whether team, household and people of a visit are as told on its day. What a phone could not know is noted or held,
 * never refused.
 */
@Component
@RequiredArgsConstructor
class VisitGround {

    private final VisitFacts facts;
    private final MeanwhileFacts meanwhile;
    private final VisitAccess access;
    private final HeldDesks desks;

    /** The visit by the team that stands for the one told on that day. */
    VisitCommand team(VisitCommand command, LocalDate day, Telling telling, Findings found, CurrentUser user) {
        long team = command.teamId();
        access.requireTeam(team, day, telling, user);
        if (facts.teamExistsOn(team, day)) {
            if (telling.byPhone() && !access.speaksFor(team, day, user)) {
                found.flag(Attention.MEMBER);
            }
            return command;
        }
        Long heir = telling.lenient() ? meanwhile.heirOf(team, day) : null;
        UUID desk = command.deskId();
        if (heir == null && desk != null && telling.lenient()) {
            heir = desks.givenTo(desk, team);
        }
        if (heir != null) {
            found.flag(Attention.CLOSED);
            return command.by(heir);
        }
        if (telling.byPhone()) {
            found.hold(HeldReason.TEAM_ENDED);
            return command;
        }
        throw RuleBroken.at("teamId", "visits.error.team-ended");
    }

    /** @param toldTeam the team as told, whose area the phone knew */
    void household(
            VisitCommand command, long toldTeam, LocalDate day, Telling telling, Findings found, CurrentUser user) {
        UUID household = command.householdId();
        MeanwhileFacts.Standing standing = meanwhile.standing(household);
        if (standing == null) {
            if (!telling.byPhone()) {
                throw new OutOfScope("household", household);
            }
            found.hold(HeldReason.HOUSEHOLD_UNKNOWN);
            return;
        }
        boolean rightlyKnown = telling.byPhone() && meanwhile.wasInArea(household, toldTeam, day, telling.seenOn(day));
        if (!rightlyKnown) {
            access.requireHousehold(household, day, user);
        }
        if (standing.endedOn().isBefore(day)) {
            if (!telling.byPhone()) {
                throw RuleBroken.at("householdId", "visits.error.household-ended");
            }
            found.hold(standing.joined() ? HeldReason.HOUSEHOLD_JOINED : HeldReason.HOUSEHOLD_ENDED);
            return;
        }
        if (meanwhile.hadMovedAway(household, command.teamId(), day)) {
            found.flag(Attention.MOVED);
        }
        if (meanwhile.placeUnclear(household, day)) {
            found.flag(Attention.CLOSED);
        }
    }

    /** @param formerToo whoever was a member once may be named: told late, or told before */
    List<UUID> members(VisitCommand command, LocalDate day, boolean formerToo, Findings found, UUID teller) {
        if (command.memberIds().isEmpty()) {
            return facts.memberBehind(teller, command.teamId(), day);
        }
        Set<UUID> present = facts.membersOn(command.memberIds(), command.teamId(), day);
        Set<UUID> former = meanwhile.formerMembers(command.memberIds());
        List<UUID> went = new ArrayList<>();
        for (int i = 0; i < command.memberIds().size(); i++) {
            UUID member = command.memberIds().get(i);
            if (present.contains(member)) {
                went.add(member);
                continue;
            }
            if (!formerToo || !former.contains(member)) {
                throw RuleBroken.at("memberIds[" + i + "]", "visits.error.member");
            }
            UUID continued = meanwhile.continued(member, command.teamId(), day);
            if (continued == null) {
                found.flag(Attention.MEMBER);
            } else {
                went.add(continued);
            }
        }
        return went.stream().distinct().toList();
    }

    /** Everybody named, by id. */
    Map<UUID, VisitFacts.Person> residents(
            VisitCommand command, LocalDate day, Telling telling, Findings found, CurrentUser user) {
        Set<UUID> named = new HashSet<>(command.guided());
        command.activations().forEach(one -> named.add(one.residentId()));
        Map<UUID, VisitFacts.Person> persons = facts.personsOn(named, command.householdId(), day);
        named.removeAll(persons.keySet());
        Map<UUID, MeanwhileFacts.Stray> strays = meanwhile.strays(named, command.householdId(), day);
        for (int i = 0; i < command.guided().size(); i++) {
            UUID id = command.guided().get(i);
            if (!persons.containsKey(id)) {
                stray(strays.get(id), "guided[" + i + "]", telling, found, user, day);
            }
        }
        for (int i = 0; i < command.activations().size(); i++) {
            UUID id = command.activations().get(i).residentId();
            if (!persons.containsKey(id)) {
                stray(strays.get(id), "activations[" + i + "].residentId", telling, found, user, day);
            }
        }
        strays.forEach((id, stray) -> persons.put(id, new VisitFacts.Person(id, stray.birthYear())));
        return persons;
    }

    /** Somebody who did not live there that day. */
    private void stray(
            MeanwhileFacts.@Nullable Stray stray,
            String field,
            Telling telling,
            Findings found,
            CurrentUser user,
            LocalDate day) {
        boolean known = stray != null && (stray.everThere() || reached(stray, telling, user, day));
        if (known && stray != null && !stray.deceased()) {
            found.flag(Attention.PERSON);
        } else if (telling.byPhone()) {
            found.hold(known ? HeldReason.PERSON_DECEASED : HeldReason.PERSON_UNKNOWN);
        } else {
            throw RuleBroken.at(field, known ? "visits.error.resident-deceased" : "visits.error.resident");
        }
    }

    /** The ward may book it for anybody of its own. */
    private boolean reached(MeanwhileFacts.Stray stray, Telling telling, CurrentUser user, LocalDate day) {
        return telling.byTheWard() && access.isNear(stray.household(), day, user.scope());
    }
}
