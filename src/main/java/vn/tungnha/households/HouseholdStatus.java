package vn.tungnha.households;

/** Whether a household is in the register still. */
public enum HouseholdStatus {
    ACTIVE,
    ENDED
}
