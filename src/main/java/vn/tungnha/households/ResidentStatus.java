package vn.tungnha.households;

/** Whether a person still lives in the household of the last stay; MERGED was somebody entered twice. */
public enum ResidentStatus {
    PRESENT,
    LEFT,
    DECEASED,
    MERGED
}
