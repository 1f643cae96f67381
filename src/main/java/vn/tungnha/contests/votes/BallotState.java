package vn.tungnha.contests.votes;

/** A result exists once it is sealed, and then it stays. */
public enum BallotState {
    COUNTING,
    SEALED,
    CANCELLED
}
