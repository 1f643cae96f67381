package vn.tungnha.identity;

import java.util.Set;

/** Tells where a thing lies. Each module offers one per kind of thing that appears in its addresses. */
public interface PlaceResolver {

    /** The kind named in {@link Allowed#place()}, such as {@code household}. */
    String kind();

    /**
     * Ids of the units the thing lies in; any one inside the caller's scope admits.
     *
     * @throws vn.tungnha.shared.NotFound when there is no such thing
     */
    Set<Long> unitsOf(String id);

    /** Ids of the teams it belongs to, by which team accounts are admitted; empty = units decide. */
    default Set<Long> teamsOf(String id) {
        return Set.of();
    }
}
