package vn.tungnha.teams;

/** What a member is in the team; exactly one is LEADER at a time. */
public enum TeamRole {
    LEADER,
    DEPUTY,
    MEMBER
}
