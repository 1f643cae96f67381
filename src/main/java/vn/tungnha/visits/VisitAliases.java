package vn.tungnha.visits;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import vn.tungnha.households.Aliases;

/** Reads visits in the names of today: a phone may still name somebody who was merged into another. */
@Component
@RequiredArgsConstructor
class VisitAliases {

    private final Aliases aliases;

    ToldAs resolve(VisitCommand command) {
        return ToldAs.of(command, aliases.of(named(command)));
    }

    List<VisitCommand> today(List<VisitCommand> told) {
        Set<UUID> named = new HashSet<>();
        told.forEach(command -> named.addAll(named(command)));
        Map<UUID, UUID> now = aliases.of(named);
        return now.isEmpty()
                ? told
                : told.stream()
                        .map(command -> ToldAs.renamed(command, id -> now.getOrDefault(id, id)))
                        .toList();
    }

    /** Once all is locked: somebody merged at this very moment would be counted under a name nobody has any more. */
    void requireCurrent(VisitCommand command) {
        if (!aliases.of(named(command)).isEmpty()) {
            throw new ConcurrencyFailureException("merged meanwhile: " + command.id());
        }
    }

    private static Set<UUID> named(VisitCommand command) {
        Set<UUID> named = new HashSet<>(command.persons());
        named.add(command.householdId());
        return named;
    }
}
