package vn.tungnha.visits;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Decisions about what was held, by the ward, and about clashes, by whoever may correct the visit. All can be undone. */
@Service
@RequiredArgsConstructor
public class Verdicts {

    private final HeldStore held;
    private final Inbox inbox;
    private final Visits visits;
    private final VisitRepository known;
    private final VisitMerging merging;
    private final VisitVersions versions;
    private final VisitAccess access;
    private final VisitNames names;
    private final Waiting waiting;
    private final DeskVerdicts desks;

    /** Books it or dismisses it. */
    @Transactional
    public void decide(UUID id, Decision decision, CurrentUser user) {
        Held one = held.lock(id).orElseThrow(() -> new NotFound("held visit", id));
        if (!one.waiting() || one.version() != decision.version()) {
            throw new Stale("held visit", id);
        }
        if (decision.kind() == Decision.Kind.DISMISS) {
            Held.Fate dismissed =
                    new Held.Fate(Held.State.DISMISSED, "DISMISSED", required(decision.reason()), user.accountId());
            if (one.kind() == Held.Kind.DESK) {
                desks.dismiss(one, dismissed);
            } else {
                held.decide(one, dismissed);
            }
            return;
        }
        if (one.kind() == Held.Kind.DESK) {
            desks.decide(one, decision, user);
            return;
        }
        book(one, wanted(one, decision, user), user);
        held.decide(one, new Held.Fate(Held.State.RECORDED, decision.kind().name(), null, user.accountId()));
    }

    /** What waited for a visit that has been booked now. After the decision's own transaction. */
    public void followUp(UUID id, CurrentUser user) {
        held.find(id).ifPresent(one -> {
            if (one.kind() == Held.Kind.DESK) {
                desks.followUp(one, user);
            } else if (one.state() == Held.State.RECORDED) {
                waiting.retry(one.visit(), one.visitTold().householdId(), one.teller(), user);
            }
        });
    }

    /** It waits again; what had been booked is withdrawn, with its history. */
    @Transactional
    public void undo(UUID id, String why, CurrentUser user) {
        Held one = held.lock(id).orElseThrow(() -> new NotFound("held visit", id));
        if (one.kind() == Held.Kind.DESK && !one.waiting()) {
            desks.undo(one, why, user);
            return;
        }
        if (one.waiting() || !one.booksAVisit() && one.state() == Held.State.RECORDED) {
            throw new Stale("held visit", id);
        }
        if (one.state() == Held.State.RECORDED) {
            visits.withdraw(one.visit(), why, Telling.onPage(), user);
        }
        held.reopen(one);
    }

    private void book(Held one, VisitCommand wanted, CurrentUser user) {
        if (one.booksAVisit()) {
            visits.take(new TakenDown(wanted, one.hash(), one.toldAt(), one.teller()), Telling.byWard(), user);
            return;
        }
        if (one.reasons().contains(HeldReason.EARLY)) {
            throw new RuleBroken("visits.held.only-dismiss");
        }
        try {
            visits.correct(one.visit(), one.correction(wanted), Telling.byWard(), user);
        } catch (Contested changed) {
            throw new Stale("visit", one.visit());
        }
    }

    /** The clash somebody has to answer about this visit, the latest first; empty when nothing is open. */
    @Transactional(readOnly = true)
    public Optional<Clashing> clash(UUID visit, CurrentUser user) {
        return held.contests(visit).stream().findFirst().map(one -> {
            Visit now = known.find(visit).orElseThrow(() -> new NotFound("visit", visit));
            access.requireChanging(now, Telling.onPage(), user);
            return clashing(now, one, merged(now, one));
        });
    }

    /**
     * Books the correction as chosen.
     *
     * @param version the version that held when it was asked
     * @param mine ids of the clashes in which the correction holds
     * @throws Stale when the visit was changed once more meanwhile
     */
    @Transactional
    public Receipt answer(UUID visit, UUID request, int version, Collection<String> mine, CurrentUser user) {
        Held one = held.lock(request).orElseThrow(() -> new NotFound("held visit", request));
        Visit now = known.lock(visit).orElseThrow(() -> new NotFound("visit", visit));
        if (!one.waiting() || !one.visit().equals(visit) || now.getVersion() != version) {
            throw new Stale("visit", visit);
        }
        VisitMerge merge = merged(now, one);
        Set<VisitMerge.Clash> chosen = new HashSet<>();
        merge.clashes().stream().filter(it -> mine.contains(it.id())).forEach(chosen::add);
        Correction answered = new Correction(answerTo(request, version), version, one.why(), merge.resolve(chosen));
        Receipt receipt =
                visits.correct(visit, answered, Telling.onPage(), user).receipt();
        held.decide(one, new Held.Fate(Held.State.RECORDED, "MERGED", null, user.accountId()));
        return receipt;
    }

    /** Keeps what holds now; the correction stays readable among what was held. */
    @Transactional
    public void keepTheirs(UUID visit, UUID request, String why, CurrentUser user) {
        Held one = held.lock(request).orElseThrow(() -> new NotFound("held visit", request));
        Visit now = known.find(visit).orElseThrow(() -> new NotFound("visit", visit));
        access.requireChanging(now, Telling.onPage(), user);
        if (!one.waiting() || !one.visit().equals(visit)) {
            throw new Stale("visit", visit);
        }
        held.decide(one, new Held.Fate(Held.State.DISMISSED, "DISMISSED", why, user.accountId()));
    }

    /**
     * Takes an answer back: it is asked again, and the visit is told as it was before.
     *
     * @throws Stale when the visit was changed once more since
     */
    @Transactional
    public void askAgain(UUID visit, UUID request, String why, CurrentUser user) {
        Held one = held.lock(request).orElseThrow(() -> new NotFound("held visit", request));
        Visit now = known.lock(visit).orElseThrow(() -> new NotFound("visit", visit));
        access.requireChanging(now, Telling.onPage(), user);
        if (one.waiting() || one.kind() != Held.Kind.CORRECTION || !one.visit().equals(visit)) {
            throw new Stale("visit", visit);
        }
        if (one.state() == Held.State.RECORDED) {
            int before = now.getVersion() - 1;
            if (!answerTo(request, before).equals(versions.lastRequest(visit))) {
                throw new Stale("visit", visit);
            }
            VisitCommand as = versions.of(visit, before).command();
            visits.correct(visit, new Correction(UUID.randomUUID(), now.getVersion(), why, as), Telling.onPage(), user);
        }
        held.reopen(one);
    }

    /** An answer taken back may be given again: it is one request for each version it was given to. */
    private static UUID answerTo(UUID request, int version) {
        return UUID.nameUUIDFromBytes((request + "@" + version).getBytes(StandardCharsets.UTF_8));
    }

    /** Of those a contest is about; whoever met it has told or may correct the visit. */
    @Transactional(readOnly = true)
    public ToldNames names(Contest contest, CurrentUser user) {
        Visit visit = known.find(contest.visit()).orElseThrow(() -> new NotFound("visit", contest.visit()));
        access.requireChanging(visit, Telling.again(null), user);
        VisitMerge merge = contest.merge();
        return names.of(List.of(merge.base(), merge.mine(), merge.theirs()));
    }

    /** A correction and the version it clashes with, in the names people know. */
    public record Clashing(
            Contest contest, ToldNames names, @Nullable String why) {}

    private Clashing clashing(Visit now, Held one, VisitMerge merge) {
        var theirsAt = versions.lastAt(now.getId());
        boolean mineIsLater = one.toldAt() == null || one.toldAt().isAfter(theirsAt);
        return new Clashing(
                new Contest(now.getId(), one.id(), now.getVersion(), merge, mineIsLater, theirsAt),
                names.of(List.of(merge.base(), merge.mine(), merge.theirs())),
                one.why());
    }

    private VisitMerge merged(Visit now, Held one) {
        return merging.against(now, one.correction(), Telling.onPage());
    }

    private VisitCommand wanted(Held one, Decision decision, CurrentUser user) {
        VisitCommand told = one.visitTold();
        Long team = decision.team();
        VisitCommand by = team == null ? told : told.by(team);
        String village = decision.village();
        if (decision.kind() == Decision.Kind.AS_TOLD && one.reasons().contains(HeldReason.VILLAGE_CLOSED)) {
            if (village == null || village.isBlank()) {
                throw RuleBroken.at("village", "visits.held.choose-village");
            }
            by = by.inVillage(village);
        }
        VisitCommand placed = by;
        return switch (decision.kind()) {
            case AT_HOUSEHOLD -> {
                UUID household = decision.household();
                if (household == null) {
                    throw RuleBroken.at("household", "visits.held.choose-household");
                }
                yield placed.atHousehold(household);
            }
            case WITHOUT_PERSONS ->
                placed.without(Set.copyOf(inbox.get(one.id(), "", user).strays()));
            default -> placed;
        };
    }

    static String required(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw RuleBroken.at("reason", "visits.error.reason-missing");
        }
        return reason.strip();
    }
}
