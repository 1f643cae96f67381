package vn.tungnha.visits;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.UnitNotInForce;
import vn.tungnha.units.Units;

/** Decisions about desks that were held. What was noted at a desk goes the way the desk goes, and comes back with it. */
@Component
@RequiredArgsConstructor
@Slf4j
class DeskVerdicts {

    private final HeldStore held;
    private final HeldDesks heldDesks;
    private final Desks desks;
    private final DeskRows rows;
    private final Visits visits;
    private final VisitRepository known;
    private final Waiting waiting;
    private final Units units;
    private final ScopeGuard guard;

    void decide(Held desk, Decision decision, CurrentUser user) {
        if (decision.kind() != Decision.Kind.AS_TOLD) {
            throw RuleBroken.at("choice", "visits.held.choose");
        }
        DeskCommand told = heldDesks.opening(desk.id());
        Long team = decision.team();
        DeskCommand by = team == null ? told : told.by(team);
        desks.openFor(by, village(desk, by, decision.village(), user), desk.teller(), user);
        for (HeldDesks.Counted one : heldDesks.counts(desk.id(), Held.State.WAITING)) {
            desks.book(one.told(), one.held().hash(), one.held().teller(), user);
            held.decide(one.held(), automatic(user));
        }
        held.decide(desk, new Held.Fate(Held.State.RECORDED, decision.kind().name(), null, user.accountId()));
    }

    /** Withdrawals that came before their count, and whoever was met at it by name; each in a transaction of its own, as one may still not fit. */
    void followUp(Held desk, CurrentUser user) {
        heldDesks
                .counts(desk.id(), Held.State.RECORDED)
                .forEach(one -> waiting.retry(one.held().id(), null, one.held().teller(), user));
        DeskRows.Desk open = rows.find(desk.id()).orElseThrow(() -> new NotFound("desk", desk.id()));
        for (Held one : heldDesks.meetings(desk.id(), Held.State.WAITING)) {
            VisitCommand told = one.visitTold().by(open.teamId());
            try {
                visits.take(
                        new TakenDown(told, one.hash(), one.toldAt(), one.teller()),
                        known.exists(one.visit()) ? Telling.byWard() : Telling.again(one.seenAt()),
                        user);
                held.decide(one, automatic(user));
            } catch (HeldBack back) {
                held.retell(one, told, back.reasons());
            } catch (RuleBroken | OutOfScope | NotFound | Stale stillNot) {
                log.info("{} goes on waiting: {}", one.id(), stillNot.getMessage());
            }
        }
    }

    void dismiss(Held desk, Held.Fate fate) {
        Stream.concat(Stream.of(desk), hanging(desk, Held.State.WAITING).stream())
                .forEach(one -> held.decide(one, fate));
    }

    /** All of it waits again; what had been booked is withdrawn. */
    void undo(Held desk, String why, CurrentUser user) {
        if (desk.state() == Held.State.RECORDED) {
            heldDesks
                    .counts(desk.id(), desk.state())
                    .forEach(one -> desks.withdraw(one.held().id(), why, Telling.byWard(), user));
            heldDesks
                    .meetings(desk.id(), desk.state())
                    .forEach(one -> visits.withdraw(one.visit(), why, Telling.onPage(), user));
        }
        hanging(desk, desk.state()).forEach(held::reopen);
        held.reopen(desk);
    }

    private List<Held> hanging(Held desk, Held.State state) {
        return Stream.concat(
                        heldDesks.counts(desk.id(), state).stream().map(HeldDesks.Counted::held),
                        heldDesks.meetings(desk.id(), state).stream())
                .toList();
    }

    /** Where the desk stood, as far as somebody still works there; else where its team is at home. */
    private long village(Held desk, DeskCommand told, @Nullable String chosen, CurrentUser user) {
        var day = Days.of(told.startedAt());
        if (desk.reasons().contains(HeldReason.DESK_PLACE)) {
            if (chosen == null || chosen.isBlank()) {
                throw RuleBroken.at("village", "visits.held.choose-village");
            }
            try {
                long village = units.require(chosen, day).id();
                guard.require(user.scope(), Data.PEOPLE, village);
                return village;
            } catch (UnitNotInForce unknown) {
                throw RuleBroken.at("village", "visits.error.village", chosen);
            }
        }
        Long stood = desk.village() == null
                ? null
                : rows.carriedOn(desk.village(), day).orElse(null);
        if (stood != null && rows.works(told.teamId(), stood, day)) {
            return stood;
        }
        return rows.home(told.teamId(), day).orElseThrow(() -> RuleBroken.at("team", "paper.error.no-village"));
    }

    private static Held.Fate automatic(CurrentUser user) {
        return new Held.Fate(Held.State.RECORDED, "AUTOMATIC", null, user.accountId());
    }
}
