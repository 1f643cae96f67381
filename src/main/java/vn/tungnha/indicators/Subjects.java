package vn.tungnha.indicators;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Whose contributions are looked at: households, residents and teams. */
record Subjects(Set<UUID> households, Set<UUID> residents, Set<Long> teams) {

    static Subjects none() {
        return new Subjects(Set.of(), Set.of(), Set.of());
    }

    boolean isEmpty() {
        return households.isEmpty() && residents.isEmpty() && teams.isEmpty();
    }

    Subjects and(Subjects others) {
        return new Subjects(
                union(households, others.households), union(residents, others.residents), union(teams, others.teams));
    }

    Subjects without(Subjects others) {
        return new Subjects(
                minus(households, others.households), minus(residents, others.residents), minus(teams, others.teams));
    }

    private static <E> Set<E> union(Set<E> some, Set<E> more) {
        Set<E> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static <E> Set<E> minus(Set<E> some, Set<E> fewer) {
        Set<E> rest = new HashSet<>(some);
        rest.removeAll(fewer);
        return rest;
    }
}
