package vn.tungnha.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.Decision;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;

/** The words that stand for a place and a period. */
@Component
@RequiredArgsConstructor
class PaperWords {

    /** Not for forms: the line under the motto. */
    static final String PLACE_AND_DATE = "#place";

    private static final String TO_FILL = "......";
    private static final int TWO_DIGITS_UNTIL = 2;

    private final Clock clock;

    Map<String, String> of(PaperPlace place, PaperPeriod period, ReportPeriod days) {
        Map<String, String> words = new HashMap<>();
        words.put("đơn vị", place.name());
        words.put(
                "tên", place.team() != null ? place.team().name() : place.home().name());
        words.put("tỉnh", place.province() == null ? TO_FILL : place.province().fullName());
        words.put("kỳ", period.words());
        words.put("kỳ trước", period.previous().words());
        words.put("kỳ sau", period.next().words());
        words.put("cùng kỳ", period.sameLastYear().words());
        TeamView team = place.team();
        words.put("quyết định", team == null ? TO_FILL : decision(team.decision()));
        words.put(
                "địa bàn",
                team == null
                        ? place.name()
                        : team.villages().stream().map(TeamVillage::name).collect(Collectors.joining(", ")) + ", "
                                + place.home().fullName());
        words.put(PLACE_AND_DATE, place.home().name() + ", " + date(days));
        return words;
    }

    /** The day is left to whoever signs; the month is the one in which the report is due, or the present one if that is over. */
    private String date(ReportPeriod days) {
        LocalDate today = Days.today(clock);
        LocalDate month = today.isAfter(days.last()) ? today : days.last();
        String number = (month.getMonthValue() <= TWO_DIGITS_UNTIL ? "0" : "") + month.getMonthValue();
        return "ngày ...... tháng " + number + " năm " + month.getYear();
    }

    private static String decision(Decision decision) {
        String number = decision.number() == null ? TO_FILL : decision.number();
        return "số " + number + " ngày "
                + (decision.date() == null ? TO_FILL : Vn.vi().day(decision.date()));
    }
}
