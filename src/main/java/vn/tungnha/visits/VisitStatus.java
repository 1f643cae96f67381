package vn.tungnha.visits;

/** Where a visit stands; a withdrawn one counts nowhere. */
public enum VisitStatus {
    RECORDED,
    CORRECTED,
    WITHDRAWN
}
