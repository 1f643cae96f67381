package vn.tungnha.households;

/** Whether a household is in the register still; MERGED was one entered twice. */
public enum HouseholdStatus {
    ACTIVE,
    ENDED,
    MERGED
}
