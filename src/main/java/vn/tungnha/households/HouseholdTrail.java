package vn.tungnha.households;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
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
        return facts(household, placements(household.getId()));
    }

    List<Placement> placements(UUID household) {
        return reads.placements(household);
    }

    private static Map<String, @Nullable Object> facts(Household household, List<Placement> placements) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("kind", household.getKind());
        facts.put("village", household.getVillageId());
        facts.put("alley", household.getAlley());
        facts.put("number", household.getNumber());
        facts.put("label", household.getLabel());
        facts.put("children", household.getChildren());
        facts.put("status", household.getStatus());
        facts.put("endedOn", household.getEndedOn());
        facts.put("placements", placements);
        return facts;
    }

    Map<String, @Nullable Object> facts(Resident resident) {
        ResidentView view = reads.resident(resident.getId(), Days.today(clock));
        return view == null
                ? facts(resident, null, null, null)
                : facts(resident, view.stay(), view.since(), view.until());
    }

    private static Map<String, @Nullable Object> facts(
            Resident resident, @Nullable Stay stay, @Nullable LocalDate since, @Nullable LocalDate until) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("household", resident.getHouseholdId());
        facts.put("name", resident.getName());
        facts.put("birthYear", resident.getBirthYear());
        facts.put("sex", resident.getSex());
        facts.put("householder", resident.isHouseholder());
        facts.put("smartphone", resident.getSmartphone());
        facts.put("phoneLast3", resident.getPhoneLast3());
        facts.put("citizenLast4", resident.getCitizenLast4());
        facts.put("status", resident.getStatus());
        facts.put("stay", stay);
        facts.put("since", since);
        facts.put("until", until);
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

    /** One record for each of the two, each naming the other. */
    void merged(
            String action,
            Resident resident,
            @Nullable Map<String, @Nullable Object> before,
            UUID other,
            @Nullable String why) {
        Map<String, @Nullable Object> after = facts(resident);
        after.put("other", other);
        publish(action, "resident", resident.getId(), reads.villageOf(resident.getHouseholdId()), before, after, why);
    }

    void merged(
            String action,
            Household household,
            @Nullable Map<String, @Nullable Object> before,
            UUID other,
            @Nullable String why) {
        Map<String, @Nullable Object> after = facts(household);
        after.put("other", other);
        publish(action, "household", household.getId(), household.getVillageId(), before, after, why);
    }

    void distinct(String action, String subject, UUID one, UUID other, long village, @Nullable String why) {
        publish(action, subject, one, village, null, Map.of("other", other), why);
        publish(action, subject, other, village, null, Map.of("other", one), why);
    }

    /** Somebody asked whether a person may be in another ward's register. */
    void lookedElsewhere(UUID resident, long village, boolean refused) {
        publish(
                "resident.looked-elsewhere",
                "resident",
                resident,
                village,
                null,
                refused ? Map.of("refused", true) : null,
                null);
    }

    void answered(UUID resident, UUID household, String answer) {
        publish(
                "resident.asked-about",
                "resident",
                resident,
                reads.villageOf(household),
                null,
                Map.of("answer", answer),
                null);
    }

    /** As {@link #tell}, of one just founded whose placements are known. */
    void founded(Household household, List<Placement> placements) {
        publish(
                "household.created",
                "household",
                household.getId(),
                household.getVillageId(),
                null,
                facts(household, placements),
                null);
    }

    /** As {@link #tell}, of somebody who has just come. */
    void settled(Resident resident, long village, Stay stay, LocalDate since) {
        publish(
                "resident.added",
                "resident",
                resident.getId(),
                village,
                null,
                facts(resident, stay, since, Days.FOREVER),
                null);
    }

    /** Its import was taken back: it is as if it had never been. */
    void takenBack(Household household, String reason) {
        publish(
                "household.taken-back",
                "household",
                household.getId(),
                household.getVillageId(),
                facts(household),
                null,
                reason);
    }

    void takenBack(Resident resident, long village, String reason) {
        publish("resident.taken-back", "resident", resident.getId(), village, facts(resident), null, reason);
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
