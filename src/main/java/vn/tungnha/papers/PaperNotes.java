package vn.tungnha.papers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.LockView;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportFigure;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.TeamReportView;
import vn.tungnha.closing.TeamReports;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** How fast the figures of a paper stand: locked, handed in, or as they are at this moment. It is said on the paper. */
@Component
@RequiredArgsConstructor
class PaperNotes {

    private static final String ROLLED_UP =
            " Trong bảng theo xã, phường, nơi đã khóa kỳ ghi số đã khóa và dòng đầu cộng"
                    + " các dòng dưới; nếu số hiện nay khác thì có thêm dòng hiện nay. Các phần khác dùng số hiện nay.";

    private final PeriodLocks locks;
    private final ReportCalendar calendar;
    private final TeamReports reports;
    private final Units units;
    private final Clock clock;

    /** What a team has handed in for that period; empty for units and for what is still being written. */
    List<ReportFigure> frozen(PaperPlace place, PaperPeriod period, CurrentUser user) {
        if (place.team() == null || period.grain() == PaperGrain.HALF) {
            return List.of();
        }
        TeamReportView report = reports.get(place.team().id(), period.named(), user);
        return report.handedIn() ? report.figures() : List.of();
    }

    boolean locked(PaperPlace place, ReportPeriod days, List<ReportFigure> frozen) {
        return !frozen.isEmpty()
                || place.unit() != null
                        && !locks.latestOf(List.of(place.home().id()), days).isEmpty();
    }

    String of(PaperPlace place, ReportPeriod days, List<ReportFigure> frozen, CurrentUser user) {
        Vn vn = Vn.vi();
        Instant now = clock.instant();
        String span = "Kỳ báo cáo từ ngày " + vn.day(days.first()) + " đến ngày " + vn.day(days.last()) + ". "
                + seams(place, days);
        String living = span + "Số liệu chưa khóa kỳ, lấy lúc " + vn.moment(now) + ".";
        if (place.team() != null) {
            return frozen.isEmpty() ? living : span + "Số liệu như tổ đã nộp" + submitted(place, days, user) + ".";
        }
        if (place.home().level() == UnitLevel.COMMUNE) {
            LockView lock = locks.latestOf(List.of(place.home().id()), days)
                    .get(place.home().id());
            return lock == null
                    ? living
                    : span + "Số liệu đã khóa lúc " + vn.moment(lock.lockedAt()) + ", phiên bản " + lock.version()
                            + (lock.late() == 0
                                    ? "."
                                    : "; " + lock.late() + " thay đổi ghi sau khi khóa không tính vào đây.");
        }
        List<Long> communes = units.under(place.home().id(), UnitLevel.COMMUNE, days.last()).stream()
                .map(UnitView::id)
                .toList();
        Map<Long, LockView> closed = locks.latestOf(communes, days);
        return span + "Số liệu tổng hợp lúc " + vn.moment(now) + "; " + closed.size() + "/" + communes.size()
                + " xã, phường đã khóa kỳ."
                + (closed.isEmpty() ? "" : ROLLED_UP);
    }

    /** After the province has changed where it cuts its periods, neighbouring papers do not add up by themselves. */
    private String seams(PaperPlace place, ReportPeriod days) {
        return calendar.seams(days, place.home().id()).stream()
                .map(it -> "Lịch báo cáo đã đổi: các ngày từ " + Vn.vi().day(it.first()) + " đến "
                        + Vn.vi().day(it.last())
                        + (it.twice() ? " được tính ở cả hai kỳ liền nhau. " : " không nằm trong kỳ nào. "))
                .collect(Collectors.joining());
    }

    private String submitted(PaperPlace place, ReportPeriod days, CurrentUser user) {
        if (place.team() == null) {
            return "";
        }
        Instant at = reports.get(place.team().id(), days.named(), user).submittedAt();
        return at == null ? "" : " lúc " + Vn.vi().moment(at);
    }
}
