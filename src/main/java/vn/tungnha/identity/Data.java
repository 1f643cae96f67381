package vn.tungnha.identity;

/** The kind of data asked for: scope is place x kind of data. */
public enum Data {
    /** Figures, teams and their officers. */
    FIGURES,
    /** Names, phones and house numbers of residents: the team for its area, the ward for its ward, ADMIN (logged). */
    PEOPLE
}
