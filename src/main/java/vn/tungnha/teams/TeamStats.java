package vn.tungnha.teams;

/** The strip above the list of teams: what there is on the day of the list. */
public record TeamStats(int teams, int loggedThisWeek, int members, int trained, int withGroup) {}
