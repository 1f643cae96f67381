package vn.tungnha.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.households.Households;
import vn.tungnha.households.ResidentView;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.LiveFigures.Touched;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Who is on duty at an activity, who signed up for it, and who was there. */
@Service
@RequiredArgsConstructor
@Transactional
public class Attendance {

    /** Younger ones are counted, never named. */
    private static final int NAMED_FROM = 14;

    private final ActivityRows rows;
    private final ActivityPeople people;
    private final ActivityAccess access;
    private final Activities activities;
    private final TrainingBooks books;
    private final DoorTokens doors;
    private final Households households;
    private final LiveFigures figures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Members on duty first; of residents outside the reader's scope only that there is somebody. */
    @Transactional(readOnly = true)
    public List<ActivityPerson> of(UUID activity, CurrentUser user) {
        return people.of(activity, user);
    }

    /** From now on these members are on duty, and no others. */
    public void assign(UUID id, Set<UUID> members, CurrentUser user) {
        ActivityView activity = open(id, user);
        Set<UUID> eligible = requireEligible(id, members);
        changed(activity, "activity.duty", Map.of("members", eligible), () -> {
            people.relieve(id, eligible);
            eligible.forEach(member -> people.putMember(id, member, true, user.accountId(), now()));
            return id;
        });
    }

    public void signUp(UUID id, Set<UUID> members, CurrentUser user) {
        ActivityView activity = open(id, user);
        Set<UUID> eligible = requireEligible(id, members);
        eligible.removeIf(member -> people.rowOf(id, member).isPresent());
        requireRoom(activity, eligible.size());
        changed(activity, "activity.signed-up", Map.of("members", eligible), () -> {
            eligible.forEach(member -> people.putMember(id, member, false, user.accountId(), now()));
            return id;
        });
    }

    /** A resident whom the caller may read. */
    public void signUpResident(UUID id, UUID resident, CurrentUser user) {
        ActivityView activity = open(id, user);
        ResidentView known = households.resident(resident, user);
        if (known.birthYear() == null || activity.day().getYear() - known.birthYear() < NAMED_FROM) {
            throw RuleBroken.at("resident", "activities.error.too-young", NAMED_FROM);
        }
        requireRoom(activity, 1);
        during(activity, Set.of(known.id()), () -> {
            people.putResident(id, known.id(), user.accountId(), now());
            audit(activity, "activity.signed-up", Map.of("resident", known.id()));
            return id;
        });
    }

    /** Whoever of those shown is ticked was there, the others were not. */
    public void mark(UUID id, Collection<UUID> shown, Set<UUID> present, ActivityPerson.Marked how, CurrentUser user) {
        ActivityView activity = open(id, user);
        if (activity.startsAt().minus(1, ChronoUnit.HOURS).isAfter(clock.instant()) && !present.isEmpty()) {
            throw new RuleBroken("activities.error.not-begun");
        }
        Set<UUID> absent = new HashSet<>(shown);
        absent.removeAll(present);
        during(activity, people.residents(id), () -> {
            people.unmark(id, absent);
            people.mark(id, present, how, user.accountId(), now());
            audit(activity, "activity.marked", Map.of("present", present, "how", how));
            books.note(activity);
            return id;
        });
    }

    /** Takes somebody off the list altogether. */
    public void remove(UUID id, UUID person, CurrentUser user) {
        ActivityView activity = open(id, user);
        during(activity, people.residents(id), () -> {
            people.remove(id, person);
            audit(activity, "activity.removed", Map.of("person", person));
            return id;
        });
    }

    /** A member tells by the code at the door that he or she is there. */
    public ActivityView checkIn(UUID id, String token, CurrentUser user) {
        rows.lock(id);
        ActivityView activity = atTheDoor(id, token);
        UUID member = people.memberOf(user.accountId(), id).orElseThrow(() -> new NotFound("member of", id));
        during(activity, people.residents(id), () -> {
            if (people.rowOf(id, member).isEmpty()) {
                people.putMember(id, member, false, user.accountId(), now());
            }
            UUID row = people.rowOf(id, member).orElseThrow();
            people.mark(id, Set.of(row), ActivityPerson.Marked.QR, user.accountId(), now());
            audit(activity, "activity.checked-in", Map.of("member", member));
            books.note(activity);
            return id;
        });
        return activity;
    }

    /** What the code at the door is for; nothing is said of an activity whose code it is not, or not today. */
    @Transactional(readOnly = true)
    public ActivityView atTheDoor(UUID id, String token) {
        ActivityView activity =
                rows.find(id, Days.today(clock)).orElseThrow(() -> new RuleBroken("activities.error.door"));
        if (activity.cancelled() || !doors.opens(activity, token)) {
            throw new RuleBroken("activities.error.door");
        }
        return activity;
    }

    private ActivityView open(UUID id, CurrentUser user) {
        rows.lock(id);
        ActivityView activity = activities.get(id);
        access.requireRun(activity, user);
        if (activity.cancelled()) {
            throw new RuleBroken("activities.error.cancelled");
        }
        return activity;
    }

    private Set<UUID> requireEligible(UUID id, Set<UUID> members) {
        Set<UUID> eligible = new HashSet<>(people.eligible(id, members));
        if (eligible.size() < members.size()) {
            throw RuleBroken.at("members", "activities.error.member");
        }
        return eligible;
    }

    private void requireRoom(ActivityView activity, int more) {
        if (activity.capacity() != null && people.named(activity.id()) + more > activity.capacity()) {
            throw RuleBroken.at("members", "activities.error.full", activity.capacity());
        }
    }

    private void changed(ActivityView activity, String action, Object after, Supplier<UUID> change) {
        during(activity, people.residents(activity.id()), () -> {
            UUID id = change.get();
            audit(activity, action, after);
            return id;
        });
    }

    private void during(ActivityView activity, Set<UUID> residents, Supplier<UUID> change) {
        Set<Long> teams = new HashSet<>(activity.trains() && activity.held() ? people.teams(activity.id()) : Set.of());
        teams.add(activity.teamId());
        figures.during(new Touched(Set.of(), residents, teams), change);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void audit(ActivityView activity, String action, Object after) {
        events.publishEvent(
                new Audited(action, "activity", activity.id().toString(), activity.villageId(), null, after, null));
    }
}
