package vn.tungnha.closing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a ward's list: every team of the period, with or without a report.
 *
 * @param status null when the team has not begun
 * @param figures the first ones of its report as handed in; empty before
 * @param late whether it came, or is still missing, after the due day
 */
public record TeamReportRow(
        long teamId,
        String teamName,
        @Nullable String leader,
        @Nullable ReportStatus status,
        @Nullable Instant submittedAt,
        List<ReportFigure> figures,
        boolean late) {

    public boolean isWithTheTeam() {
        return status == null || status.isWithTheTeam();
    }
}
