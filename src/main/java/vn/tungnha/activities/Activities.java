package vn.tungnha.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.LiveFigures.Touched;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Plans activities, calls them off, and writes down what came of them. */
@Service
@RequiredArgsConstructor
@Transactional
public class Activities {

    private final ActivityRows rows;
    private final ActivityRules rules;
    private final ActivityAccess access;
    private final ActivityPeople people;
    private final ActivityDesks desks;
    private final TrainingBooks books;
    private final LiveFigures figures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Whoever asks: its address has let them in. */
    @Transactional(readOnly = true)
    public ActivityView get(UUID id) {
        return rows.find(id, Days.today(clock)).orElseThrow(() -> new NotFound("activity", id));
    }

    @Transactional(readOnly = true)
    public boolean mayRun(ActivityView activity, CurrentUser user) {
        return access.mayRun(activity.teamId(), activity.villageId(), user);
    }

    /** @param id made by whoever plans it, so that sending the form again plans it once */
    public UUID plan(UUID id, ActivityCommand told, CurrentUser user) {
        if (rows.find(id, Days.today(clock)).isPresent()) {
            access.requireRun(get(id), user);
            return id;
        }
        ActivityKind kind = rules.check(told, null, user);
        long village = rules.village(told);
        return during(Set.of(told.team()), Set.of(), () -> {
            rows.add(id, told, kind, village, user.accountId(), now());
            audit("activity.planned", get(id), null, told, null);
            return id;
        });
    }

    public void edit(UUID id, int version, ActivityCommand told, CurrentUser user) {
        ActivityView before = locked(id, user);
        requireOpen(before);
        ActivityKind kind = rules.check(told, before.kind(), user);
        long village = rules.village(told);
        Set<Long> invited = new HashSet<>(told.invited());
        invited.addAll(access.others(before.invited(), told.day(), user));
        during(both(before.teamId(), told.team()), people.residents(id), () -> {
            rows.edit(id, version, told.inviting(invited), kind, village);
            audit("activity.edited", get(id), before, get(id), null);
            return id;
        });
    }

    /** Whoever was marked as present does not count any more. */
    public void cancel(UUID id, String reason, CurrentUser user) {
        ActivityView before = locked(id, user);
        requireOpen(before);
        ActivityRules.text("reason", reason, 200);
        during(Set.of(before.teamId()), people.residents(id), () -> {
            rows.cancel(id, reason.strip());
            audit("activity.cancelled", before, before.state(), ActivityState.CANCELLED, reason.strip());
            return id;
        });
    }

    /** It has been held: figures count it, members who were taught are noted as trained. May be told again to mend it. */
    public void close(UUID id, int version, ActivityOutcome outcome, CurrentUser user) {
        ActivityView before = locked(id, user);
        if (before.cancelled()) {
            throw new RuleBroken("activities.error.cancelled");
        }
        if (before.startsAt().isAfter(clock.instant())) {
            throw new RuleBroken("activities.error.not-begun");
        }
        desks.gather(before);
        rules.check(outcome, desks.countedAt(id));
        Set<Long> teams = new HashSet<>(people.teams(id));
        teams.add(before.teamId());
        during(teams, people.residents(id), () -> {
            rows.close(id, version, outcome, user.accountId(), now());
            audit(before.held() ? "activity.corrected" : "activity.held", before, outcome(before), outcome, null);
            books.note(get(id));
            return id;
        });
    }

    private static Set<Long> both(long one, long other) {
        Set<Long> both = new HashSet<>();
        both.add(one);
        both.add(other);
        return both;
    }

    private static ActivityOutcome outcome(ActivityView activity) {
        return new ActivityOutcome(
                activity.others(), activity.happy(), activity.neutral(), activity.unhappy(), activity.results());
    }

    private ActivityView locked(UUID id, CurrentUser user) {
        rows.lock(id);
        ActivityView activity = get(id);
        access.requireRun(activity, user);
        return activity;
    }

    private static void requireOpen(ActivityView activity) {
        if (activity.state() != ActivityState.PLANNED) {
            throw new RuleBroken("activities.error.over");
        }
    }

    private <T> T during(Set<Long> teams, Set<UUID> residents, Supplier<T> change) {
        return figures.during(new Touched(Set.of(), residents, teams), change);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void audit(
            String action,
            ActivityView activity,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String why) {
        events.publishEvent(
                new Audited(action, "activity", activity.id().toString(), activity.villageId(), before, after, why));
    }
}
