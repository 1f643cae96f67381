package vn.tungnha.contests.votes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.contests.ContestAccess;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/**
 * Counts votes from papers: two persons enter what each has counted without seeing the other's. Where they agree in every
 * line the result is sealed; where they do not, the lines are shown and both count again.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class Ballots {

    private static final int LONGEST = 160;
    private static final int MOST_OPTIONS = 20;

    private final BallotRows rows;
    private final ContestAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** How an entered count was received. */
    public enum Outcome {
        /** It waits for a second person. */
        FIRST,
        AGREED,
        DIFFERED
    }

    /** Whoever asks: its address has let them in. */
    @Transactional(readOnly = true)
    public BallotView get(UUID id) {
        return rows.find(id, today()).orElseThrow(() -> new NotFound("ballot", id));
    }

    @Transactional(readOnly = true)
    public PageOf<BallotView> list(CurrentUser user, Paging paging) {
        return rows.list(access, user, paging, today());
    }

    /** Officials of the place, and everybody of the team whose vote it is. */
    @Transactional(readOnly = true)
    public boolean mayCount(BallotView ballot, CurrentUser user) {
        return mayRun(ballot, user)
                || ballot.teamId() != null && user.scope().teams().contains(ballot.teamId());
    }

    @Transactional(readOnly = true)
    public boolean mayRun(BallotView ballot, CurrentUser user) {
        return access.mayRun(ballot.unitId(), ballot.teamId(), user);
    }

    /** Who has entered a count that waits for a second one; what it says is nobody's to know. */
    @Transactional(readOnly = true)
    public Optional<UUID> firstCounter(BallotView ballot) {
        return rows.counts(ballot.id(), ballot.attempt()).stream()
                .map(BallotRows.Entered::account)
                .findFirst();
    }

    /** Where the two counts before this attempt differed; empty in the first. */
    @Transactional(readOnly = true)
    public List<BallotCount.Difference> differences(BallotView ballot) {
        List<BallotRows.Entered> before = rows.counts(ballot.id(), ballot.attempt() - 1);
        return before.size() < 2
                ? List.of()
                : before.get(0).count().differences(before.get(1).count());
    }

    /** @param id made by whoever prepares it, so that sending the form again prepares it once */
    public UUID prepare(UUID id, BallotCommand told, CurrentUser user) {
        Optional<BallotView> there = rows.find(id, today());
        if (there.isPresent()) {
            access.requireRun(there.get().unitId(), there.get().teamId(), user);
            return id;
        }
        access.requireRun(told.unit(), told.team(), user);
        check(told);
        rows.add(id, told, user.accountId(), now());
        audit("ballot.prepared", get(id), told, null);
        return id;
    }

    /** Entering again before the second person has replaces one's own count. */
    public Outcome count(UUID id, BallotCount count, CurrentUser user) {
        rows.lock(id);
        BallotView ballot = get(id);
        if (!mayCount(ballot, user)) {
            throw new OutOfScope("ballot", id);
        }
        if (!ballot.counting()) {
            throw new RuleBroken("contests.error.sealed");
        }
        count.check(ballot.options().size(), ballot.most());
        rows.enter(id, ballot.attempt(), user.accountId(), count, now());
        List<BallotRows.Entered> entered = rows.counts(id, ballot.attempt());
        if (entered.size() < 2) {
            audit("ballot.counted", ballot, ballot.attempt(), null);
            return Outcome.FIRST;
        }
        if (entered.get(0).count().differences(entered.get(1).count()).isEmpty()) {
            rows.seal(id, count, now());
            audit("ballot.sealed", ballot, count, null);
            return Outcome.AGREED;
        }
        rows.again(id);
        audit("ballot.differed", ballot, entered, null);
        return Outcome.DIFFERED;
    }

    /** Before it is sealed: the assembly was called off, or the question was wrong. */
    public void cancel(UUID id, String reason, CurrentUser user) {
        rows.lock(id);
        BallotView ballot = get(id);
        access.requireRun(ballot.unitId(), ballot.teamId(), user);
        if (!ballot.counting()) {
            throw new RuleBroken("contests.error.sealed");
        }
        if (reason.isBlank()) {
            throw RuleBroken.at("reason", "contests.error.missing");
        }
        if (reason.length() > LONGEST) {
            throw RuleBroken.at("reason", "contests.error.too-long", LONGEST);
        }
        rows.cancel(id, reason.strip());
        audit("ballot.cancelled", ballot, null, reason.strip());
    }

    private static void check(BallotCommand told) {
        if (told.title().isBlank()) {
            throw RuleBroken.at("title", "contests.error.missing");
        }
        if (told.title().length() > LONGEST) {
            throw RuleBroken.at("title", "contests.error.too-long", LONGEST);
        }
        if (told.options().size() < 2 || told.options().size() > MOST_OPTIONS) {
            throw RuleBroken.at("options", "contests.error.options", 2, MOST_OPTIONS);
        }
        if (new HashSet<>(told.options()).size() < told.options().size()) {
            throw RuleBroken.at("options", "contests.error.choices-twice");
        }
        if (told.options().stream().anyMatch(option -> option.length() > LONGEST)) {
            throw RuleBroken.at("options", "contests.error.too-long", LONGEST);
        }
        if (told.most() < 1 || told.most() > told.options().size()) {
            throw RuleBroken.at(
                    "most", "contests.error.between", 1, told.options().size());
        }
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void audit(String action, BallotView ballot, @Nullable Object after, @Nullable String why) {
        events.publishEvent(new Audited(action, "ballot", ballot.id().toString(), ballot.unitId(), null, after, why));
    }
}
