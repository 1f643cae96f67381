package vn.tungnha.households;

/** A household, or a business household or stall whose one resident stands for the trader. */
public enum HouseholdKind {
    HOUSEHOLD,
    TRADER
}
