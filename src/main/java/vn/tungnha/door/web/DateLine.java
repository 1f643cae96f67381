package vn.tungnha.door.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.door.HelpCalendar;

/** Something to go to, ready to be shown. */
record DateLine(
        String hours,
        String title,
        String kind,
        String place,
        @Nullable String village,
        long teamId,
        String team,
        boolean desk) {

    /** Of one day. */
    record Day(String day, List<DateLine> lines) {}

    static List<Day> byDay(List<HelpCalendar.Date> dates, DoorWords words) {
        Map<String, List<DateLine>> days = new LinkedHashMap<>();
        for (HelpCalendar.Date date : dates) {
            days.computeIfAbsent(words.vn().weekdayAndDay(date.day()), any -> new ArrayList<>())
                    .add(new DateLine(
                            words.hours(date.from(), date.until()),
                            date.titleVi(),
                            words.english() ? date.kindEn() : date.kindVi(),
                            date.place(),
                            date.village(),
                            date.teamId(),
                            date.team(),
                            date.desk()));
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }
}
