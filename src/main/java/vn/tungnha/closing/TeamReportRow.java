package vn.tungnha.closing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Period;

/**
 * A line of a ward's list: every team of the period, with or without a report. Of a quarter or year it tells of the
 * months, as teams report by month.
 *
 * @param status null when the team has not begun; of several months the least of them
 * @param figures the first ones of its report as handed in; empty before, and for several months
 * @param late whether it came, or is still missing, after the due day
 * @param afterLock whether it came when the ward had locked
 * @param owed months the team was to report so far
 * @param missing those of them that are still with the team
 */
public record TeamReportRow(
        long teamId,
        String teamName,
        @Nullable String leader,
        @Nullable ReportStatus status,
        @Nullable Instant submittedAt,
        List<ReportFigure> figures,
        boolean late,
        boolean afterLock,
        List<Period> owed,
        List<Period> missing) {

    public boolean isWithTheTeam() {
        return status == null || status.isWithTheTeam();
    }

    /** The report to open: the first that is missing, else the last. */
    public Period opens() {
        return missing.isEmpty() ? owed.get(owed.size() - 1) : missing.get(0);
    }
}
