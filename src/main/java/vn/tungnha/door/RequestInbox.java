package vn.tungnha.door;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.Units;

/** What those who answer do with a request: the ward all of it, the team that has it says what came of it. */
@Service
@RequiredArgsConstructor
@Transactional
public class RequestInbox {

    public static final int LONGEST = 2000;

    private final RequestRows rows;
    private final RequestSecrets secrets;
    private final RequestAccess access;
    private final ScopeGuard guard;
    private final Teams teams;
    private final Units units;
    private final TeamVisits visits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    public RequestView get(UUID id, CurrentUser user) {
        RequestView request = rows.find(id, Days.today(clock)).orElseThrow(() -> new NotFound("request", id));
        access.require(request, user);
        return request;
    }

    /** The telephone in full, for whoever is to call; null where none was left, or it was erased. */
    @Transactional(readOnly = true)
    public @Nullable String phone(UUID id, CurrentUser user) {
        get(id, user);
        byte[] cipher = rows.phone(id);
        return cipher == null ? null : secrets.open(id, cipher);
    }

    /** Teams at work in the ward, those of the village first. */
    @Transactional(readOnly = true)
    public List<TeamView> teamsFor(RequestView request) {
        LocalDate today = Days.today(clock);
        List<Long> villages = units.under(request.wardId(), UnitLevel.VILLAGE, today).stream()
                .map(village -> village.id())
                .toList();
        Long at = request.villageId();
        return teams.of(villages, today).stream()
                .sorted((one, other) -> Boolean.compare(serves(other, at), serves(one, at)))
                .toList();
    }

    /** @throws RuleBroken when the team does not work there */
    public void assign(UUID id, int version, long team, CurrentUser user) {
        RequestView seen = wards(id, version, user);
        TeamView given = teams.get(team, user);
        boolean there = given.villages().stream()
                .anyMatch(village -> units.isUnder(village.id(), seen.wardId(), Days.today(clock)));
        if (!there) {
            throw RuleBroken.at("team", "door.error.team-elsewhere");
        }
        requireOpen(seen);
        rows.assign(seen, team);
        tell("request.assigned", seen, Map.of("team", given.name()));
    }

    /** Answers for everybody who has the code. */
    public void answer(UUID id, int version, String words, CurrentUser user) {
        RequestView seen = seen(id, version, user);
        settle(seen, RequestState.ANSWERED, needed("answer", words), null, null, user);
        tell("request.answered", seen, null);
    }

    /** @param visit what was logged of it; null = nothing was, or not yet */
    public void visited(UUID id, int version, @Nullable String words, @Nullable UUID visit, CurrentUser user) {
        RequestView seen = seen(id, version, user);
        if (visit != null
                && visits.since(seen, user).stream().noneMatch(row -> row.id().equals(visit))) {
            throw RuleBroken.at("visit", "door.error.visit");
        }
        settle(seen, RequestState.DONE, optional("answer", words), null, visit, user);
        tell("request.done", seen, null);
    }

    public void refuse(UUID id, int version, String reason, CurrentUser user) {
        RequestView seen = wards(id, version, user);
        settle(seen, RequestState.REFUSED, needed("reason", reason), null, null, user);
        tell("request.refused", seen, null);
    }

    /** The other one goes on, and whoever has the code of this one reads there. */
    public void merge(UUID id, int version, UUID into, CurrentUser user) {
        RequestView seen = wards(id, version, user);
        RequestView other = get(into, user);
        access.requireWard(other, user);
        if (other.id().equals(id)
                || other.wardId() != seen.wardId()
                || other.state().away()) {
            throw RuleBroken.at("into", "door.error.merge");
        }
        settle(seen, RequestState.MERGED, null, into, null, user);
        tell("request.merged", seen, Map.of("into", into));
    }

    public void markAsSpam(UUID id, int version, CurrentUser user) {
        RequestView seen = wards(id, version, user);
        settle(seen, RequestState.SPAM, null, null, null, user);
        tell("request.spam", seen, null);
    }

    /** Takes back what was done last: spam, merger, refusal, answer. */
    public void reopen(UUID id, int version, CurrentUser user) {
        RequestView seen = wards(id, version, user);
        if (seen.open() || seen.erased()) {
            throw new RuleBroken("door.error.not-settled");
        }
        rows.bringBack(seen);
        tell("request.reopened", seen, null);
    }

    /** @param words the question without what tells who asked; null = no longer shown */
    public void publish(UUID id, int version, @Nullable String words, CurrentUser user) {
        RequestView seen = wards(id, version, user);
        if (!seen.mayPublish() || seen.state() != RequestState.ANSWERED) {
            throw new RuleBroken("door.error.publish");
        }
        rows.publish(seen, words == null ? null : needed("publicWords", words), clock.instant());
        tell(words == null ? "request.unpublished" : "request.published", seen, null);
    }

    /** Whether somebody may look after a ward's inbox. */
    public boolean mayRun(long ward, CurrentUser user) {
        return guard.covers(user.as(RequestAccess.WARD).scope(), Data.PEOPLE, ward);
    }

    private RequestView wards(UUID id, int version, CurrentUser user) {
        RequestView seen = seen(id, version, user);
        access.requireWard(seen, user);
        return seen;
    }

    private RequestView seen(UUID id, int version, CurrentUser user) {
        RequestView now = get(id, user);
        if (now.version() != version) {
            throw new Stale("request", id);
        }
        return now;
    }

    private void settle(
            RequestView seen,
            RequestState state,
            @Nullable String answer,
            @Nullable UUID into,
            @Nullable UUID visit,
            CurrentUser user) {
        requireOpen(seen);
        rows.settle(seen, state, answer, into, visit, user.accountId(), clock.instant());
    }

    private static void requireOpen(RequestView seen) {
        if (!seen.open()) {
            throw new RuleBroken("door.error.settled");
        }
    }

    private static boolean serves(TeamView team, @Nullable Long village) {
        return village != null && team.villageIds().contains(village);
    }

    private static String needed(String field, @Nullable String typed) {
        String words = optional(field, typed);
        if (words == null) {
            throw RuleBroken.at(field, "door.error.words");
        }
        return words;
    }

    private static @Nullable String optional(String field, @Nullable String typed) {
        String words = typed == null ? "" : Texts.lines(typed);
        if (words.length() > LONGEST) {
            throw RuleBroken.at(field, "door.error.too-long", LONGEST);
        }
        return words.isEmpty() ? null : words;
    }

    /** Never what was asked or by whom: the trail is kept for longer than that. */
    private void tell(String action, RequestView request, @Nullable Object after) {
        events.publishEvent(new Audited(
                action,
                "request",
                request.id().toString(),
                request.wardId(),
                Map.of("state", request.state()),
                after,
                null));
    }
}
