package vn.tungnha.visits;

/** What a visit found or did about one account of one person. */
public enum Result {
    /** Activated during this visit. */
    ACTIVATED,
    ALREADY_ACTIVE,
    ISSUED,
    USED,
    NOT_YET,
    /** Tried, and it did not work; a reason may say why. */
    FAILED,
    /** New phone, locked, expired: what was reached before counts no more. */
    LOST
}
