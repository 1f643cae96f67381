package vn.tungnha.visits;

import java.time.LocalDate;
import java.util.Objects;
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

    private static final String AUTOMATIC = "AUTOMATIC";

    private final HeldStore held;
    private final HeldDesks heldDesks;
    private final Desks desks;
    private final DeskRows rows;
    private final Visits visits;
    private final VisitRepository known;
    private final Waiting waiting;
    private final VisitAccess access;
    private final Units units;
    private final ScopeGuard guard;

    void decide(Held desk, Decision decision, CurrentUser user) {
        if (decision.kind() == Decision.Kind.PERSONS || decision.kind() == Decision.Kind.ONE_BY_ONE) {
            withoutItsPeople(desk, decision, user);
            return;
        }
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

    /** The desk and its counts are dismissed; whoever was met there by name is not. */
    private void withoutItsPeople(Held desk, Decision decision, CurrentUser user) {
        String kind = decision.kind().name();
        Held.Fate fate =
                new Held.Fate(Held.State.DISMISSED, kind, Verdicts.required(decision.reason()), user.accountId());
        heldDesks.counts(desk.id(), Held.State.WAITING).forEach(one -> held.decide(one.held(), fate));
        held.decide(desk, fate);
        Long team = decision.team();
        if (decision.kind() == Decision.Kind.PERSONS && team != null) {
            LocalDate day = Days.of(heldDesks.opening(desk.id()).startedAt());
            access.requireTeam(team, day, Telling.byWard(), user);
            heldDesks
                    .meetings(desk.id(), Held.State.WAITING)
                    .forEach(one -> held.retell(one, one.visitTold().by(team), one.reasons()));
        }
    }

    /** What goes along with the decision, each in a transaction of its own, as one may still not fit. */
    void followUp(Held desk, CurrentUser user) {
        if (Decision.Kind.PERSONS.name().equals(desk.decision())) {
            heldDesks
                    .meetings(desk.id(), Held.State.WAITING)
                    .forEach(one -> book(one, one.visitTold(), Telling.byWard(), user));
        } else if (desk.state() == Held.State.RECORDED) {
            alongWithTheDesk(desk, user);
        }
    }

    /** Withdrawals that came before their count, and whoever was met there by name. */
    private void alongWithTheDesk(Held desk, CurrentUser user) {
        heldDesks
                .counts(desk.id(), Held.State.RECORDED)
                .forEach(one -> waiting.retry(one.held().id(), null, one.held().teller(), user));
        DeskRows.Desk open = rows.find(desk.id()).orElseThrow(() -> new NotFound("desk", desk.id()));
        for (Held one : heldDesks.meetings(desk.id(), Held.State.WAITING)) {
            boolean revived = known.exists(one.visit());
            book(
                    one,
                    one.visitTold().by(open.teamId()),
                    revived ? Telling.byWard() : Telling.again(one.seenAt()),
                    user);
        }
    }

    private void book(Held one, VisitCommand told, Telling telling, CurrentUser user) {
        try {
            visits.take(new TakenDown(told, one.hash(), one.toldAt(), one.teller()), telling, user);
            held.decide(one, automatic(user));
        } catch (HeldBack back) {
            held.retell(one, told, back.reasons());
        } catch (RuleBroken | OutOfScope | NotFound | Stale stillNot) {
            log.info("{} goes on waiting: {}", one.id(), stillNot.getMessage());
        }
    }

    void dismiss(Held desk, Held.Fate fate) {
        Stream.of(
                        Stream.of(desk),
                        heldDesks.counts(desk.id(), Held.State.WAITING).stream().map(HeldDesks.Counted::held),
                        heldDesks.meetings(desk.id(), Held.State.WAITING).stream())
                .flatMap(all -> all)
                .forEach(one -> held.decide(one, fate));
    }

    /** All of it waits again; what had been booked is withdrawn. What was decided for one person alone stands. */
    void undo(Held desk, String why, CurrentUser user) {
        if (desk.state() == Held.State.RECORDED) {
            heldDesks
                    .counts(desk.id(), desk.state())
                    .forEach(one -> desks.withdraw(one.held().id(), why, Telling.byWard(), user));
        }
        heldDesks.counts(desk.id(), desk.state()).forEach(one -> held.reopen(one.held()));
        for (Held one : heldDesks.meetings(desk.id())) {
            if (one.state() == Held.State.RECORDED && AUTOMATIC.equals(one.decision())) {
                visits.withdraw(one.visit(), why, Telling.onPage(), user);
                held.reopen(one);
            } else if (one.state() == Held.State.DISMISSED && Objects.equals(one.decision(), desk.decision())) {
                held.reopen(one);
            }
        }
        held.reopen(desk);
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
        return new Held.Fate(Held.State.RECORDED, AUTOMATIC, null, user.accountId());
    }
}
