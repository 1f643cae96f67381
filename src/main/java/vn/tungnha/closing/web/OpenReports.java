package vn.tungnha.closing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.closing.LockView;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportStatus;
import vn.tungnha.closing.TeamReportRow;
import vn.tungnha.units.UnitView;

/** Says what is still open in a ward's period: to the teams, and to whoever is about to lock. */
final class OpenReports {

    private OpenReports() {}

    static String overdue(
            UnitView ward, ReportPeriod period, List<TeamReportRow> missing, LocalDate today, Words words) {
        String names = missing.stream().map(row -> named(row, words)).collect(Collectors.joining(", "));
        String key = today.isAfter(period.teamDue()) ? "overdue.text" : "overdue.reminder";
        return words.say(
                key,
                words.period(period.named()),
                words.vn().day(period.teamDue()),
                ward.fullName(),
                missing.size(),
                names);
    }

    /** "Tổ 33 (Nguyễn Thị Hoa; thiếu tháng 8, 9)". */
    private static String named(TeamReportRow row, Words words) {
        String months = row.owed().size() == 1
                ? null
                : words.say(
                        "overdue.months",
                        row.missing().stream()
                                .map(month -> String.valueOf(month.first().getMonthValue()))
                                .collect(Collectors.joining(", ")));
        String more = Stream.of(row.leader(), months).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return more.isEmpty() ? row.teamName() : row.teamName() + " (" + more + ")";
    }

    static WardPage.Lock lock(@Nullable LockView lock, List<TeamReportRow> rows, Words words) {
        return lock == null
                ? new WardPage.Lock(0, words.say("lock.do"), open(rows, words))
                : new WardPage.Lock(lock.version(), words.say("lock.again"), List.of());
    }

    /** What a ward should see to before it locks: reports still with the teams, and those that nobody has approved. */
    static List<String> open(List<TeamReportRow> rows, Words words) {
        List<String> open = new ArrayList<>();
        long missing = rows.stream().filter(TeamReportRow::isWithTheTeam).count();
        List<String> waiting = rows.stream()
                .filter(row -> row.status() == ReportStatus.SUBMITTED)
                .map(TeamReportRow::teamName)
                .toList();
        if (missing > 0) {
            open.add(words.say("lock.missing", missing));
        }
        if (!waiting.isEmpty()) {
            open.add(words.say("lock.waiting", waiting.size(), String.join(", ", waiting)));
        }
        return open;
    }
}
