package vn.tungnha.visits;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentDevice;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.DeviceState;
import vn.tungnha.identity.Devices;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

/**
 * Takes what phones kept in their queues. Whatever cannot be booked without guessing is kept back instead of refused, and
 * tried again by itself when what it waits for has come. Each step is a transaction of its own.
 */
@Service
@RequiredArgsConstructor
public class Sendings {

    private final Visits visits;
    private final VisitRepository known;
    private final HeldStore held;
    private final Waiting waiting;
    private final VisitSites sites;
    private final VisitAccess access;
    private final Newcomers newcomers;
    private final Devices devices;
    private final Clock clock;

    /** How something of a phone's queue reaches us now. */
    public Telling telling(
            @Nullable Instant sentAt,
            @Nullable Instant storedAt,
            @Nullable Instant seenAt,
            boolean wall,
            CurrentDevice device,
            CurrentUser user) {
        boolean revoked = devices.state(device, user) == DeviceState.REVOKED;
        return Telling.byPhone(sentAt, storedAt, clock.instant(), seenAt, wall, revoked);
    }

    public Told visit(VisitCommand told, Telling telling, CurrentUser user) {
        Held kept = held.find(told.id()).orElse(null);
        if (kept != null && kept.state() != Held.State.RECORDED) {
            if (!user.accountId().equals(kept.teller())) {
                throw new OutOfScope("visit", told.id());
            }
            if (!kept.saysTheSame(VisitBody.of(told).hash())) {
                throw new VisitConflict("visit", told.id());
            }
            return kept(kept);
        }
        try {
            Receipt receipt = visits.record(told, telling, user);
            waiting.retry(told.id(), told.newHousehold() == null ? null : told.householdId(), user.accountId(), user);
            return booked(receipt, Set.of());
        } catch (HeldBack back) {
            return kept(held.keep(Held.visit(told, telling, back.reasons(), user.accountId())));
        }
    }

    /** Households and people met on the way, told ahead of their visit; told again with it, nobody is added twice. */
    public Told newcomers(VisitCommand told, Telling telling, CurrentUser user) {
        try {
            newcomers.welcome(told, telling, user);
        } catch (HeldBack unclear) {
            throw new RuleBroken("visits.newcomer.not-alone");
        }
        Receipt receipt = new Receipt(told.id(), clock.instant(), VisitStatus.RECORDED.name(), 1, true);
        return new Told(receipt, Set.of(), null, Set.of(), null, null, List.of(), null);
    }

    public Told correction(Correction correction, Telling telling, CurrentUser user) {
        UUID visit = correction.visit().id();
        Held kept = held.find(correction.id()).orElse(null);
        if (kept != null && answered(kept, correction, user)) {
            return kept.state() == Held.State.DISMISSED
                    ? kept(kept)
                    : booked(known.find(visit).orElseThrow().receipt(false), Set.of());
        }
        try {
            Visits.Corrected corrected = visits.correct(visit, correction, telling, user);
            held.contests(visit).stream()
                    .filter(one -> one.teller().equals(user.accountId()))
                    .forEach(one ->
                            held.decide(one, new Held.Fate(Held.State.RECORDED, "MERGED", null, user.accountId())));
            waiting.retry(visit, null, user.accountId(), user);
            return booked(corrected.receipt(), corrected.taken());
        } catch (Contested contested) {
            Contest contest = contested.contest();
            Held asked = held.keep(Held.correction(
                    correction, contest.merge().mine(), telling, Set.of(HeldReason.CONFLICT), user.accountId()));
            return contested(asked, contest);
        } catch (HeldBack back) {
            return kept(correction, back.reasons(), telling, user);
        } catch (NotFound missing) {
            requireUnheardOf(visit, missing);
            return kept(correction, Set.of(HeldReason.EARLY), telling, user);
        }
    }

    /** Whether a person has answered this very correction meanwhile. */
    private static boolean answered(Held kept, Correction correction, CurrentUser user) {
        return !kept.waiting()
                && user.accountId().equals(kept.teller())
                && kept.saysTheSame(VisitBody.of(correction.visit()).hash());
    }

    /** It cannot be booked yet: what it is about has not come, or is gone. */
    private Told kept(Correction correction, Set<HeldReason> why, Telling telling, CurrentUser user) {
        VisitCommand told = correction.visit();
        access.requireTeam(told.teamId(), Days.of(told.visitedAt()), telling, user);
        return kept(held.keep(Held.correction(correction, told, telling, why, user.accountId())));
    }

    public Told withdrawal(UUID visit, @Nullable String reason, Telling telling, CurrentUser user) {
        try {
            return booked(visits.withdraw(visit, reason, telling, user), Set.of());
        } catch (NotFound missing) {
            requireUnheardOf(visit, missing);
            Held first = held.find(visit).orElse(null);
            if (first == null) {
                return kept(held.keep(Held.withdrawal(visit, reason, telling, user.accountId())));
            }
            if (!user.accountId().equals(first.teller())) {
                throw new OutOfScope("visit", visit);
            }
            held.decide(first, new Held.Fate(Held.State.DISMISSED, "TAKEN_BACK", reason, user.accountId()));
            return kept(held.find(visit).orElseThrow());
        }
    }

    /** Only what nobody has told yet may still come. */
    private void requireUnheardOf(UUID visit, NotFound missing) {
        if (known.exists(visit)) {
            throw missing;
        }
    }

    private Told booked(Receipt receipt, Set<VisitMerge.Field> taken) {
        VisitSites.Site site = sites.of(receipt.id());
        VisitView.Other other = site.attention().contains(Attention.DOUBLE)
                ? sites.other(receipt.id()).orElse(null)
                : null;
        return new Told(
                receipt, Set.of(), site.commune(), site.attention(), other, site.movedTo(), List.copyOf(taken), null);
    }

    private Told kept(Held kept) {
        return new Told(kept.receipt(), kept.reasons(), sites.communeOf(kept), Set.of(), null, null, List.of(), null);
    }

    private Told contested(Held asked, Contest contest) {
        return new Told(
                asked.receipt(), asked.reasons(), sites.communeOf(asked), Set.of(), null, null, List.of(), contest);
    }
}
