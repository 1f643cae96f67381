package vn.tungnha.households;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

/** Changes of whole households. */
@Component
@RequiredArgsConstructor
class HouseholdWrites {

    private final HouseholdRepository households;
    private final ResidentRepository residents;
    private final ResidentWrites people;
    private final HouseholdPlaces places;
    private final CitizenNumbers citizenNumbers;
    private final PersonalSecrets secrets;
    private final EntityManager entities;
    private final HouseholdTrail trail;
    private final Spans spans;
    private final LiveFigures figures;
    private final Clock clock;

    void create(HouseholdCommand command, CurrentUser user) {
        LocalDate day = command.registeredOn() == null ? today() : command.registeredOn();
        Set<UUID> ids = command.residents().stream().map(ResidentCommand::id).collect(Collectors.toSet());
        figures.during(new LiveFigures.Touched(Set.of(command.id()), ids, Set.of()), () -> {
            if (!households.existsById(command.id())) {
                Household household = found(command, day, user);
                for (ResidentCommand resident : command.residents()) {
                    people.put(household, resident, user);
                }
            }
            return command.id();
        });
    }

    /** @param open villages that were found open while a file is read */
    FoundedHouseholds founding(Map<Long, Boolean> open, CurrentUser user) {
        return new FoundedHouseholds(
                entities, places, citizenNumbers, secrets, trail, spans, today(), clock.instant(), user, open);
    }

    void edit(UUID id, int version, HouseholdCommand command) {
        Household household = require(id, version);
        Map<String, @Nullable Object> before = trail.facts(household);
        figures.during(touching(id), () -> {
            household.become(command);
            return households.saveAndFlush(household);
        });
        trail.tell("household.edited", household, before, null);
    }

    void move(UUID id, int version, long village, LocalDate from, CurrentUser user) {
        Household household = require(id, version);
        household.requireActive();
        places.requireVillageInForce(village, from, user);
        if (from.isAfter(household.getEndedOn())) {
            throw RuleBroken.at("day", "households.error.ended");
        }
        Map<String, @Nullable Object> before = trail.facts(household);
        figures.during(touching(id), () -> {
            spans.move(id, village, from);
            household.isNowAt(people.villageToday(id));
            return households.saveAndFlush(household);
        });
        trail.tell("household.moved", household, before, null);
    }

    void end(UUID id, int version, LocalDate lastDay, String reason) {
        Household household = require(id, version);
        requireNotFuture(lastDay);
        Map<String, @Nullable Object> before = trail.facts(household);
        figures.during(touching(id), () -> {
            for (Resident resident : residents.findByHouseholdIdAndStatus(id, ResidentStatus.PRESENT)) {
                people.goes(resident, lastDay, ResidentStatus.LEFT);
            }
            household.end(lastDay, reason);
            return households.saveAndFlush(household);
        });
        trail.tell("household.ended", household, before, reason);
    }

    void split(UUID id, int version, SplitCommand command, CurrentUser user) {
        Household former = require(id, version);
        former.requireActive();
        UUID newId = command.household().id();
        if (households.existsById(newId)) {
            throw new OutOfScope("household", newId);
        }
        Set<UUID> both = Set.of(id, newId);
        figures.during(new LiveFigures.Touched(both, command.residents(), Set.of()), () -> {
            List<Resident> leaving = residents.findByHouseholdIdAndStatus(id, ResidentStatus.PRESENT).stream()
                    .filter(resident -> command.residents().contains(resident.getId()))
                    .sorted(Comparator.comparing(
                            Resident::getBirthYear, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
            if (leaving.isEmpty() || leaving.size() < command.residents().size()) {
                throw RuleBroken.at("residents", "households.error.split-nobody");
            }
            Household founded = found(command.household(), earlier(command.from(), today()), user);
            for (Resident resident : leaving) {
                people.goesTo(resident, founded, Stay.PERMANENT, command.from(), resident.equals(leaving.get(0)));
            }
            return founded;
        });
    }

    void join(UUID id, int version, UUID into, LocalDate from) {
        Household former = require(id, version);
        Household target = households.findById(into).orElseThrow(() -> new NotFound("household", into));
        target.requireActive();
        requireNotFuture(from);
        if (id.equals(into)) {
            throw RuleBroken.at("household", "households.error.already-there", from);
        }
        Map<String, @Nullable Object> before = trail.facts(former);
        Map<String, @Nullable Object> beforeTarget = trail.facts(target);
        Set<UUID> moving = new HashSet<>(touching(id).residents());
        figures.during(new LiveFigures.Touched(Set.of(id, into), moving, Set.of()), () -> {
            for (Resident resident : residents.findByHouseholdIdAndStatus(id, ResidentStatus.PRESENT)) {
                people.goesTo(resident, target, Stay.PERMANENT, from, false);
            }
            target.countChildren(target.getChildren() + former.getChildren());
            former.end(from.minusDays(1), "JOINED");
            households.saveAndFlush(target);
            return households.saveAndFlush(former);
        });
        trail.tell("household.joined", former, before, null);
        trail.tell("household.edited", target, beforeTarget, null);
    }

    private Household found(HouseholdCommand command, LocalDate day, CurrentUser user) {
        requireNotFuture(day);
        LocalDate asOf = places.isInForce(command.villageId(), day) ? day : today();
        places.requireVillageInForce(command.villageId(), asOf, user);
        Household household = households.saveAndFlush(new Household(command, day, clock.instant(), user.accountId()));
        spans.place(command.id(), command.villageId());
        if (command.partId() != null) {
            places.requireVillage(command.partId(), user);
            spans.goInto(command.id(), command.villageId(), command.partId());
        }
        household.isNowAt(people.villageToday(command.id()));
        trail.tell("household.created", household, null, null);
        return household;
    }

    /** A household and all who live in it now: their figures go where it goes. */
    private LiveFigures.Touched touching(UUID id) {
        return new LiveFigures.Touched(Set.of(id), people.everHere(id), Set.of());
    }

    private Household require(UUID id, int version) {
        Household household = households.findById(id).orElseThrow(() -> new NotFound("household", id));
        household.requireVersion(version);
        return household;
    }

    private void requireNotFuture(LocalDate day) {
        if (day.isAfter(today())) {
            throw RuleBroken.at("day", "households.error.future", day);
        }
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
