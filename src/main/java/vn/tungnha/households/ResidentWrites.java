package vn.tungnha.households;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Changes of residents: what is known of them, and where they live on which days. */
@Component
@RequiredArgsConstructor
class ResidentWrites {

    private final HouseholdRepository households;
    private final ResidentRepository residents;
    private final HouseholdTrail trail;
    private final CitizenNumbers citizenNumbers;
    private final PersonalSecrets secrets;
    private final Spans spans;
    private final LiveFigures figures;
    private final JdbcClient jdbc;
    private final Clock clock;

    void add(UUID householdId, ResidentCommand command, CurrentUser user) {
        figures.during(touching(command.id(), householdId), () -> {
            if (!residents.existsById(command.id())) {
                put(household(householdId), command, user);
            }
            return command.id();
        });
    }

    void edit(UUID id, int version, ResidentCommand command) {
        Resident resident = require(id, version);
        Map<String, @Nullable Object> before = trail.facts(resident);
        Household household = household(resident.getHouseholdId());
        citizenNumbers.requireAllowed(command.citizenNumber(), household.getVillageId());
        figures.during(touching(id), () -> {
            resident.become(command, today(), secrets);
            residents.saveAndFlush(resident);
            spans.describeStay(id, command.stay(), today());
            return id;
        });
        headAlone(resident);
        trail.tell("resident.edited", resident, household.getVillageId(), before);
    }

    void move(UUID id, int version, UUID householdId, Stay stay, LocalDate from) {
        Resident resident = require(id, version);
        figures.during(touching(id, householdId), () -> {
            goesTo(resident, household(householdId), stay, from, false);
            return id;
        });
    }

    void gone(UUID id, int version, LocalDate lastDay, ResidentStatus how) {
        Resident resident = require(id, version);
        if (lastDay.isAfter(today())) {
            throw RuleBroken.at("day", "households.error.future", lastDay);
        }
        figures.during(touching(id), () -> {
            goes(resident, lastDay, how);
            return id;
        });
    }

    /** Inside somebody's booking. */
    void put(Household household, ResidentCommand command, CurrentUser user) {
        household.requireActive();
        LocalDate since = command.since() == null ? today() : command.since();
        if (since.isAfter(today())) {
            throw RuleBroken.at("since", "households.error.future", since);
        }
        citizenNumbers.requireAllowed(command.citizenNumber(), household.getVillageId());
        Resident resident = residents.saveAndFlush(
                new Resident(household.getId(), command, today(), clock.instant(), user.accountId(), secrets));
        spans.settle(command.id(), household.getId(), command.stay(), since);
        headAlone(resident);
        trail.tell("resident.added", resident, household.getVillageId(), null);
    }

    /** Inside somebody's booking. */
    void goesTo(Resident resident, Household target, Stay stay, LocalDate from, boolean asHouseholder) {
        target.requireActive();
        Map<String, @Nullable Object> before = trail.facts(resident);
        spans.resettle(resident.getId(), target.getId(), stay, from);
        UUID now = spans.householdOf(resident.getId(), today());
        if (now != null) {
            resident.isNowIn(now, asHouseholder);
        }
        residents.saveAndFlush(resident);
        trail.tell("resident.moved", resident, target.getVillageId(), before);
    }

    /** Inside somebody's booking. */
    void goes(Resident resident, LocalDate lastDay, ResidentStatus how) {
        Map<String, @Nullable Object> before = trail.facts(resident);
        resident.isGone(how);
        spans.leave(resident.getId(), lastDay, how.name());
        residents.saveAndFlush(resident);
        long village = household(resident.getHouseholdId()).getVillageId();
        trail.tell(how == ResidentStatus.DECEASED ? "resident.died" : "resident.left", resident, village, before);
    }

    /** Everybody who has ever had a stay in the household: a dated change of it may touch the figures of any of them. */
    Set<UUID> everHere(UUID householdId) {
        return jdbc.sql("select distinct resident_id from residence where household_id = :id")
                .param("id", householdId)
                .query(UUID.class)
                .set();
    }

    /** @throws RuleBroken where the village was split since and nobody has said into which part the household came */
    long villageToday(UUID householdId) {
        return spans.villageOf(householdId, today())
                .orElseThrow(() -> RuleBroken.at("village", "households.error.village-split"));
    }

    /** A household has one householder. */
    private void headAlone(Resident head) {
        if (!head.isHouseholder()) {
            return;
        }
        for (Resident other : residents.findByHouseholdIdAndStatus(head.getHouseholdId(), ResidentStatus.PRESENT)) {
            if (!other.getId().equals(head.getId()) && other.isHouseholder()) {
                other.heads(false);
            }
        }
        residents.flush();
    }

    /** The household they come to is locked too: were it to move meanwhile, its newcomer would be counted at the old place. */
    private static LiveFigures.Touched touching(UUID resident, UUID newHome) {
        return new LiveFigures.Touched(Set.of(newHome), Set.of(resident), Set.of());
    }

    private static LiveFigures.Touched touching(UUID resident) {
        return new LiveFigures.Touched(Set.of(), Set.of(resident), Set.of());
    }

    private Household household(UUID id) {
        return households.findById(id).orElseThrow(() -> new NotFound("household", id));
    }

    private Resident require(UUID id, int version) {
        Resident resident = residents.findById(id).orElseThrow(() -> new NotFound("resident", id));
        resident.requireVersion(version);
        return resident;
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
