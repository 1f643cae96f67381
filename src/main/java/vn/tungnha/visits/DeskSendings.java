package vn.tungnha.visits;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;

/**
 * Takes what phones noted at desks. Every entry tells its desk along, so the order in which a queue arrives does not
 * matter; somebody met by name is a visit like any other from there on.
 */
@Service
@RequiredArgsConstructor
public class DeskSendings {

    private final Desks desks;
    private final DeskRows rows;
    private final Sendings sendings;
    private final Waiting waiting;
    private final VisitSites sites;

    public Told opened(DeskCommand told, Telling telling, CurrentUser user) {
        return booked(desks.open(told, telling, user), told.id());
    }

    public Told counted(CountCommand told, @Nullable DeskCommand opening, Telling telling, CurrentUser user) {
        Receipt receipt = desks.count(told, opening, telling, user);
        waiting.retry(told.id(), null, user.accountId(), user);
        return booked(receipt, told.deskId());
    }

    public Told met(VisitCommand told, @Nullable DeskCommand opening, Telling telling, CurrentUser user) {
        if (opening != null) {
            desks.open(opening, telling, user);
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

    private Told booked(Receipt receipt, UUID desk) {
        DeskRows.Desk at = rows.find(desk).orElseThrow(() -> new NotFound("desk", desk));
        return new Told(receipt, Set.of(), sites.communeOf(at.villageId(), at.day()), Set.of(), null, List.of(), null);
    }
}
