package vn.tungnha.visits;

/** Why the ward should look at a visit. Nothing is refused for these; stored space-separated. */
public enum Attention {
    /** Its clock ran ahead: stored at the time it came in. */
    FUTURE,
    /** Somebody else noted the same household on the same day. */
    DOUBLE,
    /** The household had moved out of the team's area before that day. */
    MOVED,
    /** Somebody named lived elsewhere that day. */
    PERSON,
    /** The team had been merged into another, or it is not clear which village carries on the household's. */
    CLOSED,
    /** Whoever told it, or went along, was no longer in the team that day. */
    MEMBER,
    /** It came from a phone that the ward had taken off its list. */
    REVOKED,
    /** It brought in a household at an address where there is one already. */
    SAME_ADDRESS
}
