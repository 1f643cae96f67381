package vn.tungnha.visits;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;

/**
 * Takes what phones noted at desks. Every entry tells its desk along, so the order in which a queue arrives does not
 * matter; somebody met by name is a visit like any other from there on. A desk that cannot be opened is held, and what was
 * noted at it with it.
 */
@Service
@RequiredArgsConstructor
public class DeskSendings {

    private final Desks desks;
    private final DeskRows rows;
    private final DeskRules rules;
    private final HeldStore held;
    private final HeldDesks heldDesks;
    private final Sendings sendings;
    private final Waiting waiting;
    private final VisitSites sites;

    public Told opened(DeskCommand told, Telling telling, CurrentUser user) {
        Held known = known(told.id(), VisitBody.of(told), user);
        if (known != null) {
            return kept(known);
        }
        try {
            return booked(desks.open(told, telling, user), told.id());
        } catch (HeldBack back) {
            return kept(heldDesks.keep(told, telling, back.reasons(), user.accountId()));
        }
    }

    public Told counted(CountCommand told, @Nullable DeskCommand opening, Telling telling, CurrentUser user) {
        Held known = known(told.id(), VisitBody.of(told), user);
        if (known != null) {
            return kept(known);
        }
        try {
            Receipt receipt = desks.count(told, opening, telling, user);
            waiting.retry(told.id(), null, user.accountId(), user);
            return booked(receipt, told.deskId());
        } catch (HeldBack back) {
            rules.turns(told.turns(), telling);
            if (opening != null) {
                heldDesks.keep(opening, telling, back.reasons(), user.accountId());
            }
            return kept(heldDesks.keep(told, telling, back.reasons(), user.accountId()));
        }
    }

    public Told met(VisitCommand told, @Nullable DeskCommand opening, Telling telling, CurrentUser user) {
        // told again it says nothing new of its desk
        if (opening != null && held.find(told.id()).isEmpty()) {
            try {
                desks.open(opening, telling, user);
            } catch (HeldBack back) {
                heldDesks.keep(opening, telling, back.reasons(), user.accountId());
            }
        }
        return sendings.visit(told, telling, user);
    }

    /** Of a count, or of a visit wherever it was. */
    public Told withdrawn(UUID id, @Nullable String why, Telling telling, CurrentUser user) {
        DeskRows.Count count = rows.count(id).orElse(null);
        return count == null
                ? sendings.withdrawal(id, why, telling, user)
                : booked(desks.withdraw(id, why, telling, user), count.deskId());
    }

    /** What was held of this already; null where nothing was, or it is booked by now. */
    private @Nullable Held known(UUID id, VisitBody body, CurrentUser user) {
        Held known =
                held.find(id).filter(one -> one.state() != Held.State.RECORDED).orElse(null);
        if (known != null && !user.accountId().equals(known.teller())) {
            throw new OutOfScope("desk", id);
        }
        if (known != null && !known.saysTheSame(body.hash())) {
            throw new VisitConflict("desk", id);
        }
        return known;
    }

    private Told kept(Held kept) {
        return new Told(kept.receipt(), kept.reasons(), sites.communeOf(kept), Set.of(), null, null, List.of(), null);
    }

    private Told booked(Receipt receipt, UUID desk) {
        DeskRows.Desk at = rows.find(desk).orElseThrow(() -> new NotFound("desk", desk));
        return new Told(
                receipt, Set.of(), sites.communeOf(at.villageId(), at.day()), Set.of(), null, null, List.of(), null);
    }
}
