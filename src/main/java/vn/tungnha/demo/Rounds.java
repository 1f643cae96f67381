package vn.tungnha.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** When a team goes from door to door: weekends, and evenings after work. */
final class Rounds {

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);
    private static final double VISITS_A_MONTH = 8.0;

    private Rounds() {}

    /** Moments of the team's visits up to the day before {@code today}, in order. */
    static List<OffsetDateTime> of(Team team, LocalDate today, Dice dice) {
        List<OffsetDateTime> moments = new ArrayList<>();
        LocalDate last = today.minusDays(1 + team.silentDays());
        YearMonth month = YearMonth.from(DemoPeople.REGISTERED);
        for (; !month.atDay(1).isAfter(last); month = month.plusMonths(1)) {
            month(team, month, dice).stream()
                    .filter(moment -> !moment.toLocalDate().isAfter(last))
                    .forEach(moments::add);
        }
        return moments;
    }

    private static List<OffsetDateTime> month(Team team, YearMonth month, Dice dice) {
        double season = month.getMonthValue() == 2 ? 0.6 : month.getMonthValue() == 10 ? 1.25 : 1.0;
        int visits = (int) Math.round(VISITS_A_MONTH * team.pace() * season * (0.75 + 0.5 * dice.number()));
        TreeSet<LocalDate> days = new TreeSet<>();
        while (days.size() < Math.max(1, visits / 4)) {
            LocalDate day = month.atDay(1 + dice.below(month.lengthOfMonth()));
            if (weekend(day) || dice.chance(0.3)) {
                days.add(day);
            }
        }
        List<OffsetDateTime> moments = new ArrayList<>();
        int left = visits;
        for (LocalDate day : days) {
            int here = day.equals(days.last()) ? left : Math.min(left, visits / days.size());
            left -= here;
            LocalTime start =
                    weekend(day) ? dice.chance(0.6) ? LocalTime.of(8, 5) : LocalTime.of(15, 10) : LocalTime.of(18, 30);
            OffsetDateTime moment = day.atTime(start).atOffset(OFFSET).plusMinutes(dice.below(25));
            for (int i = 0; i < here; i++) {
                moments.add(moment);
                moment = moment.plusMinutes(dice.between(9, 19)).plusSeconds(dice.below(60));
            }
        }
        return moments;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
