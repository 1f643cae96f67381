package vn.tungnha.visits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A visit in the names of today, and the entries it was told of.
 *
 * @param told resident or household of today to the merged one that was named
 */
record ToldAs(VisitCommand command, Map<UUID, UUID> told) {

    /** @param aliases merged ones among all that are named, with who they are */
    static ToldAs of(VisitCommand command, Map<UUID, UUID> aliases) {
        if (aliases.isEmpty()) {
            return new ToldAs(command, Map.of());
        }
        Map<UUID, UUID> told = new HashMap<>();
        aliases.forEach((alias, now) -> told.put(now, alias));
        // who was named under both names was named under the own one
        command.persons().forEach(told::remove);
        return new ToldAs(renamed(command, id -> aliases.getOrDefault(id, id)), told);
    }

    UUID of(UUID id) {
        return told.getOrDefault(id, id);
    }

    /** What was told last of two entries found to be one stands once: what says most. */
    static VisitCommand renamed(VisitCommand command, Function<UUID, UUID> names) {
        Map<String, VisitCommand.Activation> once = new LinkedHashMap<>();
        for (VisitCommand.Activation one : command.activations()) {
            UUID now = names.apply(one.residentId());
            once.merge(
                    now + " " + one.accountType(),
                    new VisitCommand.Activation(now, one.accountType(), one.result(), one.failureReason()),
                    (a, b) -> a.result().compareTo(b.result()) <= 0 ? a : b);
        }
        List<UUID> guided =
                new ArrayList<>(command.guided().stream().map(names).distinct().toList());
        return command.withHouseholdId(names.apply(command.householdId()))
                .withGuided(guided)
                .withActivations(List.copyOf(once.values()));
    }
}
