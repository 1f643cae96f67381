package vn.tungnha.teams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Audited;

/** Tells the trail what becomes of members. */
@Component
@RequiredArgsConstructor
class MemberTrail {

    private final TeamReads reads;
    private final ApplicationEventPublisher events;

    void tell(
            String action, TeamMember member, @Nullable Map<String, @Nullable Object> before, @Nullable String reason) {
        publish(action, member, before, facts(member), reason);
    }

    void takenBack(TeamMember member, String reason) {
        publish("member.taken-back", member, facts(member), null, reason);
    }

    private void publish(
            String action,
            TeamMember member,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            @Nullable String reason) {
        Long commune =
                reads.teams(Set.of(member.getTeamId()), reads.today()).get(0).communeId();
        events.publishEvent(
                new Audited(action, "team", String.valueOf(member.getTeamId()), commune, before, after, reason));
    }

    /** What the audit trail keeps of a member: never the whole phone number. */
    static Map<String, @Nullable Object> facts(TeamMember member) {
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
