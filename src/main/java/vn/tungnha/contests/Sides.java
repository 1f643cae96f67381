package vn.tungnha.contests;

/** Who competes: each person, or each team by one phone. */
public enum Sides {
    PERSONS,
    TEAMS
}
