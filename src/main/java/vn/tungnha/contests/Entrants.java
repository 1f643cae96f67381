package vn.tungnha.contests;

/** Who may enter: whoever has the code, or members of teams under the contest's place, signed in. */
public enum Entrants {
    ANYONE,
    MEMBERS
}
