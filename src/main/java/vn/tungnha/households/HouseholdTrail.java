package vn.tungnha.households;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;

/** Tells the audit trail what changed: never a whole phone or citizen number. */
@Component
@RequiredArgsConstructor
class HouseholdTrail {

    private final HouseholdReads reads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Map<String, @Nullable Object> facts(Household household) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("kind", household.getKind());
        facts.put("village", household.getVillageId());
        facts.put("alley", household.getAlley());
        facts.put("number", household.getNumber());
        facts.put("label", household.getLabel());
        facts.put("children", household.getChildren());
        facts.put("status", household.getStatus());
        facts.put("endedOn", household.getEndedOn());
        facts.put("placements", reads.placements(household.getId()));
        return facts;
    }

    Map<String, @Nullable Object> facts(Resident resident) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        ResidentView view = reads.resident(resident.getId(), Days.today(clock));
        facts.put("household", resident.getHouseholdId());
        facts.put("name", resident.getName());
        facts.put("birthYear", resident.getBirthYear());
        facts.put("sex", resident.getSex());
        facts.put("householder", resident.isHouseholder());
        facts.put("smartphone", resident.getSmartphone());
        facts.put("phoneLast3", resident.getPhoneLast3());
        facts.put("citizenLast4", resident.getCitizenLast4());
        facts.put("status", resident.getStatus());
        facts.put("stay", view == null ? null : view.stay());
        facts.put("since", view == null ? null : view.since());
        facts.put("until", view == null ? null : view.until());
        return facts;
    }

    void tell(
            String action,
            Household household,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable String reason) {
        publish(action, "household", household.getId(), household.getVillageId(), before, facts(household), reason);
    }

    void tell(String action, Resident resident, long village, @Nullable Map<String, @Nullable Object> before) {
        publish(action, "resident", resident.getId(), village, before, facts(resident), null);
    }

    void phoneRead(UUID resident, long village) {
        publish("resident.phone-read", "resident", resident, village, null, null, null);
    }

    void citizenNumbers(long commune, boolean before, boolean after) {
        events.publishEvent(new Audited(
                "household.citizen-numbers",
                "unit",
                String.valueOf(commune),
                commune,
                Map.of("citizenNumbers", before),
                Map.of("citizenNumbers", after),
                null));
    }

    private void publish(
            String action,
            String subject,
            UUID id,
            long village,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        events.publishEvent(new Audited(action, subject, id.toString(), village, before, after, reason));
    }
}
