package vn.tungnha.closing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team's report of a period.
 *
 * @param version null while nothing was saved yet
 * @param figures as handed in, or as they stand now while the team still has it
 * @param handedIn whether the figures are frozen
 * @param late whether it came after the teams' due day, or has not come by now
 * @param locked whether the commune's period is locked
 * @param afterLock whether it was handed in when the period was locked already
 */
public record TeamReportView(
        long teamId,
        String teamName,
        ReportPeriod period,
        @Nullable Integer version,
        ReportStatus status,
        ReportText text,
        List<ReportFigure> figures,
        boolean handedIn,
        @Nullable Instant submittedAt,
        boolean late,
        boolean locked,
        boolean afterLock,
        List<ReportStep> steps) {}
