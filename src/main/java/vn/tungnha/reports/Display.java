package vn.tungnha.reports;

import vn.tungnha.units.UnitLevel;

/** A list of figures somebody looks at first: the dashboards of each level, the ranking of teams, the report of a team. */
public enum Display {
    PROVINCE,
    DISTRICT,
    AREA,
    COMMUNE,
    VILLAGE,
    TEAM,
    TEAM_REPORT;

    /** The ranking of teams has four columns, each with a part of its own. */
    public static final int COLUMNS_OF_TEAMS = 4;

    public static final int MOST = 16;

    /** Whether its figures are those of teams. */
    public boolean ofTeams() {
        return this == TEAM || this == TEAM_REPORT;
    }

    /** The units it is previewed on; teams are looked for in a commune. */
    public UnitLevel level() {
        return ofTeams() ? UnitLevel.COMMUNE : UnitLevel.valueOf(name());
    }

    boolean fits(int lines) {
        return this == TEAM ? lines == COLUMNS_OF_TEAMS : lines >= 1 && lines <= MOST;
    }
}
