package vn.tungnha.households;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import vn.tungnha.identity.CurrentUser;

/**
 * Households of a file being founded together: each is judged like one typed in, but they are written with a handful of
 * statements. Inside somebody's booking.
 */
@RequiredArgsConstructor
class FoundedHouseholds {

    private final EntityManager entities;
    private final HouseholdPlaces places;
    private final CitizenNumbers citizenNumbers;
    private final PersonalSecrets secrets;
    private final HouseholdTrail trail;
    private final Spans spans;
    private final LocalDate today;
    private final Instant now;
    private final CurrentUser user;

    private final List<Household> households = new ArrayList<>();
    private final Map<Resident, ResidentCommand> residents = new LinkedHashMap<>();
    private final Map<UUID, Long> villages = new HashMap<>();
    private final Map<Long, List<Placement>> placements = new HashMap<>();

    /** Villages that have been asked for live as long as the file is read. */
    private final Map<Long, Boolean> open;

    /** @throws vn.tungnha.shared.RuleBroken when it may not be founded */
    void add(HouseholdCommand command) {
        open.computeIfAbsent(command.villageId(), village -> {
            places.requireVillageInForce(village, today, user);
            return true;
        });
        Household household = new Household(command, today, now, user.accountId());
        for (ResidentCommand person : command.residents()) {
            citizenNumbers.requireAllowed(person.citizenNumber(), command.villageId());
            Resident resident = new Resident(command.id(), person, today, now, user.accountId(), secrets);
            residents.put(resident, person);
            villages.put(resident.getId(), command.villageId());
        }
        households.add(household);
    }

    void write() {
        households.forEach(entities::persist);
        residents.keySet().forEach(entities::persist);
        entities.flush();
        spans.placeAll(households);
        spans.settleAll(residents, today);
        households.forEach(household -> trail.founded(
                household,
                placements.computeIfAbsent(household.getVillageId(), any -> trail.placements(household.getId()))));
        residents.forEach((resident, command) ->
                trail.settled(resident, villages.getOrDefault(resident.getId(), 0L), command.stay(), today));
    }
}
