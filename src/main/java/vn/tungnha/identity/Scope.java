package vn.tungnha.identity;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The places an account may see, on today's tree. Unit ids are roots: everything under them today is inside.
 *
 * @param everything ADMIN
 * @param figures roots for {@link Data#FIGURES}
 * @param people roots for {@link Data#PEOPLE}, never wider than figures
 * @param ended ended units the account was assigned to: their own past figures stay readable
 * @param teams teams the account works in; for team accounts the only teams it may see
 */
public record Scope(boolean everything, Set<Long> figures, Set<Long> people, Set<Long> ended, Set<Long> teams) {

    public Set<Long> roots(Data data) {
        return data == Data.PEOPLE ? people : figures;
    }

    /** All that any of them covers. */
    static Scope union(Collection<Scope> scopes) {
        return new Scope(
                scopes.stream().anyMatch(Scope::everything),
                all(scopes, Scope::figures),
                all(scopes, Scope::people),
                all(scopes, Scope::ended),
                all(scopes, Scope::teams));
    }

    private static Set<Long> all(Collection<Scope> scopes, Function<Scope, Set<Long>> part) {
        return scopes.stream().map(part).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
