package vn.tungnha.visits;

/** Why the ward should look at a visit. Nothing is refused for these; stored space-separated. */
public enum Attention {
    /** Its clock ran ahead: stored at the time it came in. */
    FUTURE,
    /** Somebody else noted the same household on the same day. */
    DOUBLE
}
