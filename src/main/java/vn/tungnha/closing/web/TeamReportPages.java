package vn.tungnha.closing.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.closing.ReportStatus;
import vn.tungnha.closing.ReportStep;
import vn.tungnha.closing.ReportText;
import vn.tungnha.closing.TeamReportView;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.shared.Period;

/** Lays out a team's report. */
@Component
@RequiredArgsConstructor
class TeamReportPages {

    private final Definitions definitions;
    private final ReportPlaces places;

    /** @param typed what was typed into a form that was refused; null shows what is stored */
    TeamReportPage page(TeamReportView report, @Nullable ReportText typed, Words words) {
        ReportPeriod period = report.period();
        LocalDate today = places.today();
        Map<String, IndicatorDefinition> byCode =
                definitions.list(period.last()).stream().collect(Collectors.toMap(IndicatorDefinition::code, it -> it));
        Period next = period.named().next();
        boolean withTeam = report.status() == ReportStatus.DRAFT || report.status() == ReportStatus.RETURNED;
        return new TeamReportPage(
                report.teamId(),
                report.teamName(),
                period.code(),
                words.say("team.title", words.period(period.named())),
                words.days(period),
                report.version(),
                words.say("status." + (report.version() == null ? "NONE" : report.status())),
                level(report),
                note(report, words),
                report.figures().stream()
                        .map(it -> new TeamReportPage.Figure(
                                words.name(byCode.get(it.indicator()), it.indicator()),
                                words.value(it, byCode.get(it.indicator())),
                                words.fraction(it)))
                        .toList(),
                typed == null ? report.text() : typed,
                withTeam,
                report.status() == ReportStatus.SUBMITTED,
                report.status() == ReportStatus.APPROVED,
                !today.isBefore(period.last()),
                report.status() == ReportStatus.RETURNED
                        ? report.steps().stream()
                                .map(ReportStep::comment)
                                .filter(it -> it != null)
                                .findFirst()
                                .orElse(null)
                        : null,
                report.steps().stream()
                        .map(it -> new TeamReportPage.Step(
                                words.say("status." + it.status()),
                                it.by() == null
                                        ? words.vn().moment(it.takenAt())
                                        : words.vn().moment(it.takenAt()) + " · " + it.by(),
                                it.comment()))
                        .toList(),
                period.named().previous().code(),
                next.first().isAfter(today.plusMonths(1)) ? null : next.code());
    }

    private static String note(TeamReportView report, Words words) {
        if (report.handedIn() && report.submittedAt() != null) {
            if (report.afterLock()) {
                return words.say("team.frozen.locked", words.vn().moment(report.submittedAt()));
            }
            return words.say(
                    report.late() ? "team.frozen.late" : "team.frozen",
                    words.vn().moment(report.submittedAt()));
        }
        if (report.locked()) {
            return words.say("team.living.locked");
        }
        String due = words.vn().day(report.period().teamDue());
        return words.say(report.late() ? "team.living.late" : "team.living", due);
    }

    private static String level(TeamReportView report) {
        return switch (report.status()) {
            case APPROVED -> "good";
            case SUBMITTED -> "info";
            case RETURNED -> "near";
            case DRAFT -> report.late() ? "bad" : "none";
        };
    }
}
