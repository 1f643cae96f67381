package vn.tungnha.visits;

/** Why a household is on the list of a day, the most pressing reason first. */
public enum Why {
    /** It asked to be seen again, today or on a day gone by. */
    DUE,
    /** Nobody has ever been met there. */
    NEVER_MET,
    /** Somebody there lacks an account the team is to reach a target with. */
    LACKING,
    /** Everything is there, but nobody was met this quarter. */
    THIS_QUARTER
}
