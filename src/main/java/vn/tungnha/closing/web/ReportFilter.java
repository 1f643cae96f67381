package vn.tungnha.closing.web;

import vn.tungnha.closing.ReportStatus;
import vn.tungnha.closing.TeamReportRow;

/** Which of a ward's reports to list. */
enum ReportFilter {
    ALL,
    MISSING,
    WAITING,
    APPROVED;

    boolean takes(TeamReportRow row) {
        return switch (this) {
            case ALL -> true;
            case MISSING -> row.isWithTheTeam();
            case WAITING -> row.status() == ReportStatus.SUBMITTED;
            case APPROVED -> row.status() == ReportStatus.APPROVED;
        };
    }
}
