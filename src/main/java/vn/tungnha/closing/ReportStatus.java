package vn.tungnha.closing;

/** How far a team's report has come. */
public enum ReportStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED;

    boolean isWithTheTeam() {
        return this == DRAFT || this == RETURNED;
    }
}
