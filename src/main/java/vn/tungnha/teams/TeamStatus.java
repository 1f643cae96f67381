package vn.tungnha.teams;

/** Whether a team works, went into another one, or was dissolved. */
public enum TeamStatus {
    ACTIVE,
    MERGED,
    DISSOLVED
}
