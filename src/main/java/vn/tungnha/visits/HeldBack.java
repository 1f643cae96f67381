package vn.tungnha.visits;

import java.util.Set;

/** A visit that cannot be booked without guessing. Nothing of it was stored yet. */
class HeldBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<HeldReason> reasons;

    HeldBack(Set<HeldReason> reasons) {
        super(reasons.toString());
        this.reasons = Set.copyOf(reasons);
    }

    Set<HeldReason> reasons() {
        return reasons;
    }
}
