package vn.tungnha.door;

/** How far a request has come. */
public enum RequestState {
    /** In the ward's inbox, with nobody yet. */
    NEW,
    /** With a team. */
    ASSIGNED,
    /** The team has been there. */
    DONE,
    ANSWERED,
    /** Refused, with the reason as its answer. */
    REFUSED,
    /** The same as another one, which goes on. */
    MERGED,
    SPAM;

    public boolean open() {
        return this == NEW || this == ASSIGNED;
    }

    /** Put away without an answer, and can be fetched back. */
    public boolean away() {
        return this == MERGED || this == SPAM;
    }
}
