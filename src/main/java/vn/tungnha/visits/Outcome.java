package vn.tungnha.visits;

/** How a visit went. Fixed; only the labels are edited. */
public enum Outcome {
    MET,
    ABSENT,
    FOLLOW_UP,
    REFUSED
}
