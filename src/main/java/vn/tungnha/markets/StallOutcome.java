package vn.tungnha.markets;

/** How a visit to a stall went. */
public enum StallOutcome {
    MET,
    ABSENT,
    REFUSED
}
