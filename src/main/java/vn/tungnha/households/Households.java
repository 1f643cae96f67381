package vn.tungnha.households;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/**
 * The register of households and residents. Every write books its own difference to the live figures: call it before or
 * after one's own booking in the same transaction, never inside.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class Households {

    private final HouseholdReads reads;
    private final HouseholdSearch search;
    private final HouseholdWrites households;
    private final ResidentWrites residents;
    private final HouseholdPlaces places;
    private final ResidentRepository residentRows;
    private final CitizenNumbers citizenNumbers;
    private final PersonalSecrets secrets;
    private final HouseholdTrail trail;
    private final Aliases aliases;
    private final Clock clock;

    @Transactional(readOnly = true)
    public HouseholdView get(UUID named, CurrentUser user) {
        UUID id = aliases.of(named);
        places.require(id, user);
        return require(id);
    }

    @Transactional(readOnly = true)
    public PageOf<HouseholdRow> list(HouseholdQuery query, CurrentUser user, Paging paging) {
        return search.list(query, user, paging);
    }

    /** All of a list, one after the other, until no more are wanted; whether all were. */
    @Transactional(readOnly = true)
    public boolean each(HouseholdQuery query, CurrentUser user, Predicate<HouseholdRow> goesOn) {
        try (Stream<HouseholdRow> rows = search.all(query, user)) {
            return rows.allMatch(goesOn);
        }
    }

    @Transactional(readOnly = true)
    public List<Alley> alleys(HouseholdQuery query, CurrentUser user) {
        return search.alleys(query, user);
    }

    @Transactional(readOnly = true)
    public ResidentView resident(UUID id, CurrentUser user) {
        ResidentView resident = reads.resident(aliases.of(id), Days.today(clock));
        if (resident == null) {
            throw new NotFound("resident", id);
        }
        places.require(resident.householdId(), user);
        return resident;
    }

    /** Who lived in these households on a day; only for households a list has already found in scope. */
    @Transactional(readOnly = true)
    public List<ResidentView> residentsOf(Collection<UUID> ids, LocalDate on) {
        return reads.residentsOf(ids, on);
    }

    /** Whether the ward of this village lets forms ask for citizen numbers. */
    @Transactional(readOnly = true)
    public boolean asksCitizenNumbers(long villageId) {
        return citizenNumbers.askedIn(villageId);
    }

    /** The whole phone numbers of those at home who have one, for calling. */
    @Transactional(readOnly = true)
    public Map<UUID, String> phones(UUID id, CurrentUser user) {
        List<UUID> home =
                get(id, user).residents().stream().map(ResidentView::id).toList();
        Map<UUID, String> phones = new HashMap<>();
        for (Resident resident : residentRows.findAllById(home)) {
            byte[] cipher = resident.getPhoneCipher();
            if (cipher != null) {
                phones.put(resident.getId(), secrets.openPhone(resident.getId(), cipher));
            }
        }
        return phones;
    }

    /** One of them, asked for at a desk: the trail keeps who looked. */
    public String revealPhone(UUID residentId, CurrentUser user) {
        ResidentView resident = resident(residentId, user);
        String phone = phones(resident.householdId(), user).get(residentId);
        if (phone == null) {
            throw new NotFound("phone of resident", residentId);
        }
        trail.phoneRead(residentId, require(resident.householdId()).villageId());
        return phone;
    }

    @Transactional(readOnly = true)
    public boolean wardAsksCitizenNumbers(long communeId) {
        return citizenNumbers.isOn(communeId);
    }

    /** The ward decides whether its forms ask for citizen numbers; what was written down before stays. */
    public void askCitizenNumbers(long communeId, boolean ask) {
        boolean before = citizenNumbers.isOn(communeId);
        if (before != ask) {
            citizenNumbers.turn(communeId, ask);
            trail.citizenNumbers(communeId, before, ask);
        }
    }

    @Transactional(readOnly = true)
    public List<ResidentView> formerResidents(UUID id, CurrentUser user) {
        places.require(id, user);
        return reads.formerResidents(id, Days.today(clock));
    }

    @Transactional(readOnly = true)
    public List<Placement> placements(UUID id, CurrentUser user) {
        places.require(id, user);
        return reads.placements(id);
    }

    /** Adds a household with its residents; one that is there already under this id is answered as it is. */
    public HouseholdView create(HouseholdCommand command, CurrentUser user) {
        households.create(command, user);
        return get(command.id(), user);
    }

    public HouseholdView edit(UUID id, int version, HouseholdCommand command, CurrentUser user) {
        places.require(id, user);
        households.edit(id, version, command);
        return require(id);
    }

    /** The household is at another village from this day on, past or future. */
    public HouseholdView move(UUID id, int version, long villageId, LocalDate from, CurrentUser user) {
        places.require(id, user);
        households.move(id, version, villageId, from, user);
        return require(id);
    }

    /** The household is in the register up to and including this day; those who live there leave with it. */
    public void end(UUID id, int version, LocalDate lastDay, String reason, CurrentUser user) {
        places.require(id, user);
        households.end(id, version, lastDay, reason);
    }

    /** Tách hộ: a new household and the move of those who found it. */
    public HouseholdView split(UUID id, int version, SplitCommand command, CurrentUser user) {
        places.require(id, user);
        households.split(id, version, command, user);
        return get(command.household().id(), user);
    }

    /** Nhập hộ: everybody moves into the other household, children are counted there, and this one ends the day before. */
    public HouseholdView join(UUID id, int version, UUID into, LocalDate from, CurrentUser user) {
        places.require(id, user);
        places.require(into, user);
        households.join(id, version, into, from);
        return require(into);
    }

    /** Adds a resident or lodger; one that is there already under this id is answered as it is. */
    public ResidentView add(UUID named, ResidentCommand command, CurrentUser user) {
        UUID householdId = aliases.of(named);
        places.require(householdId, user);
        residents.add(householdId, command, user);
        return resident(command.id(), user);
    }

    public ResidentView edit(UUID residentId, int version, ResidentCommand command, CurrentUser user) {
        resident(residentId, user);
        residents.edit(residentId, version, command);
        return resident(residentId, user);
    }

    /** The resident lives in another household from this day on; also brings back one who had left. */
    public ResidentView move(
            UUID residentId, int version, UUID householdId, Stay stay, LocalDate from, CurrentUser user) {
        resident(residentId, user);
        places.require(householdId, user);
        residents.move(residentId, version, householdId, stay, from);
        return resident(residentId, user);
    }

    /** This day was the last one here. */
    public void leave(UUID residentId, int version, LocalDate lastDay, CurrentUser user) {
        resident(residentId, user);
        residents.gone(residentId, version, lastDay, ResidentStatus.LEFT);
    }

    public void die(UUID residentId, int version, LocalDate lastDay, CurrentUser user) {
        resident(residentId, user);
        residents.gone(residentId, version, lastDay, ResidentStatus.DECEASED);
    }

    private HouseholdView require(UUID id) {
        HouseholdView household = reads.household(id, Days.today(clock));
        if (household == null) {
            throw new NotFound("household", id);
        }
        return household;
    }
}
