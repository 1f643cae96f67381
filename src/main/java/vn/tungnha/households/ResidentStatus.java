package vn.tungnha.households;

/** Whether a person still lives in the household of the last stay. */
public enum ResidentStatus {
    PRESENT,
    LEFT,
    DECEASED
}
