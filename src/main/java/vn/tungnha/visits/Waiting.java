package vn.tungnha.visits;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Tries again what came before the thing it is about: a queue may arrive in any order. */
@Component
@RequiredArgsConstructor
@Slf4j
class Waiting {

    private final Visits visits;
    private final Desks desks;
    private final HeldStore held;

    /**
     * @param household brought into the register just now; null when none was
     * @param teller only what came from the same account
     */
    void retry(UUID visit, @Nullable UUID household, UUID teller, CurrentUser user) {
        for (Held one : held.waitingFor(visit, household)) {
            if (one.teller().equals(teller) && booked(one, user)) {
                held.decide(one, new Held.Fate(Held.State.RECORDED, "AUTOMATIC", null, user.accountId()));
                if (one.kind() == Held.Kind.VISIT) {
                    retry(one.visit(), null, teller, user);
                }
            }
        }
    }

    /** What still does not fit goes on waiting; the ward sees it. */
    private boolean booked(Held one, CurrentUser user) {
        Telling telling = Telling.again(one.seenAt());
        try {
            switch (one.kind()) {
                case VISIT ->
                    visits.take(new TakenDown(one.visitTold(), one.hash(), one.toldAt(), one.teller()), telling, user);
                case CORRECTION -> visits.correct(one.visit(), one.correction(), telling, user);
                case WITHDRAWAL -> {
                    if (desks.counted(one.visit())) {
                        desks.withdraw(one.visit(), one.why(), telling, user);
                    } else {
                        visits.withdraw(one.visit(), one.why(), telling, user);
                    }
                }
                // they go the way of their desk
                case DESK, COUNT -> {
                    return false;
                }
            }
            return true;
        } catch (HeldBack | Contested | RuleBroken | OutOfScope | NotFound | Stale stillNot) {
            log.info("{} goes on waiting: {}", one.id(), stillNot.getMessage());
            return false;
        }
    }
}
