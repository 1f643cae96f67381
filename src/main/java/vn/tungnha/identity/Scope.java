package vn.tungnha.identity;

import java.util.Set;

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
}
