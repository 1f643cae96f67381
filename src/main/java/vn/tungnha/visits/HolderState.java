package vn.tungnha.visits;

/** How far a person has come with an account, in rising order. */
public enum HolderState {
    /** Never asked. */
    UNKNOWN,
    NOT_YET,
    ISSUED,
    ACTIVATED,
    USED,
    /** Had it, and lost it with the phone, the passcode or time. */
    LOST;

    /** Whether the person counts as a holder. */
    public boolean holds() {
        return this == ACTIVATED || this == USED;
    }
}
