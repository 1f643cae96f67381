package vn.tungnha.units;

import java.util.Set;

/** The tree, names or lineage of these units, or of what is under them, changed. Published inside the transaction. */
public record UnitsChanged(Set<Long> ids) {

    public UnitsChanged {
        ids = Set.copyOf(ids);
    }
}
