package vn.tungnha.activities.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.shared.Segment;

/**
 * Activities of a month, a week or some weeks.
 *
 * @param weeks of the month; empty in the other two
 * @param days with something on them, in the week all seven
 */
record CalendarPage(
        String title,
        String view,
        String previous,
        String next,
        String today,
        List<Segment> views,
        List<String> weekdays,
        List<List<Cell>> weeks,
        List<Day> days,
        boolean empty) {

    private static final int WEEKS_OF_LIST = 6;

    /** More than these of one day are found in its week. */
    private static final int MOST_IN_CELL = 3;

    /** How the calendar is shown. */
    enum View {
        LIST,
        WEEK,
        MONTH
    }

    /** A day of the month, or of the weeks around it. */
    record Cell(
            String number,
            String label,
            boolean outside,
            boolean today,
            List<ActivityCard> cards,
            @Nullable String more,
            String week) {}

    record Day(String label, boolean today, List<ActivityCard> cards) {}

    /** First and last day that are shown. */
    record Span(LocalDate first, LocalDate last) {

        static Span of(View view, LocalDate day) {
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return switch (view) {
                case WEEK -> new Span(monday, monday.plusDays(6));
                case LIST -> new Span(monday, monday.plusWeeks(WEEKS_OF_LIST).minusDays(1));
                case MONTH ->
                    new Span(
                            day.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                            day.with(TemporalAdjusters.lastDayOfMonth())
                                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            };
        }
    }

    /** @param rest of the address, such as {@code &kind=TRAINING} */
    static CalendarPage of(
            View view,
            LocalDate day,
            LocalDate today,
            List<ActivityView> activities,
            String path,
            String base,
            String rest,
            ActivityWords words) {
        Span span = Span.of(view, day);
        Map<LocalDate, List<ActivityCard>> byDay = new LinkedHashMap<>();
        for (LocalDate at = span.first(); !at.isAfter(span.last()); at = at.plusDays(1)) {
            byDay.put(at, new ArrayList<>());
        }
        activities.forEach(activity -> byDay.computeIfAbsent(activity.day(), any -> new ArrayList<>())
                .add(ActivityCard.of(activity, base, words)));
        return new CalendarPage(
                title(view, day, span, words),
                view.name(),
                address(path, view, step(view, day, -1), rest),
                address(path, view, step(view, day, 1), rest),
                address(path, view, today, rest),
                List.of(View.values()).stream()
                        .map(it -> new Segment(
                                words.say("activities.view." + it), address(path, it, day, rest), it == view))
                        .toList(),
                weekdays(words),
                view == View.MONTH
                        ? weeks(byDay, YearMonth.from(day), today, at -> address(path, View.WEEK, at, rest), words)
                        : List.of(),
                view == View.MONTH ? List.of() : days(view, byDay, today, words),
                activities.isEmpty());
    }

    private static String title(View view, LocalDate day, Span span, ActivityWords words) {
        return view == View.MONTH
                ? words.month(YearMonth.from(day))
                : words.say(
                        "activities.span",
                        words.vn().day(span.first()),
                        words.vn().day(span.last()));
    }

    private static LocalDate step(View view, LocalDate day, int way) {
        return switch (view) {
            case MONTH -> day.withDayOfMonth(1).plusMonths(way);
            case WEEK -> day.plusWeeks(way);
            case LIST -> day.plusWeeks((long) way * WEEKS_OF_LIST);
        };
    }

    private static String address(String path, View view, LocalDate day, String rest) {
        return path + "?view=" + view + "&day=" + day + rest;
    }

    private static List<String> weekdays(ActivityWords words) {
        return List.of(DayOfWeek.values()).stream()
                .map(day -> words.vn().weekday(day))
                .toList();
    }

    private static List<List<Cell>> weeks(
            Map<LocalDate, List<ActivityCard>> byDay,
            YearMonth month,
            LocalDate today,
            Function<LocalDate, String> week,
            ActivityWords words) {
        List<List<Cell>> weeks = new ArrayList<>();
        byDay.forEach((day, cards) -> {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                weeks.add(new ArrayList<>());
            }
            weeks.get(weeks.size() - 1)
                    .add(new Cell(
                            String.valueOf(day.getDayOfMonth()),
                            words.vn().weekdayAndDay(day),
                            !YearMonth.from(day).equals(month),
                            day.equals(today),
                            cards.stream().limit(MOST_IN_CELL).toList(),
                            cards.size() > MOST_IN_CELL
                                    ? words.say("activities.more", cards.size() - MOST_IN_CELL)
                                    : null,
                            week.apply(day)));
        });
        return weeks;
    }

    private static List<Day> days(
            View view, Map<LocalDate, List<ActivityCard>> byDay, LocalDate today, ActivityWords words) {
        return byDay.entrySet().stream()
                .filter(entry -> view == View.WEEK || !entry.getValue().isEmpty())
                .map(entry -> new Day(
                        words.vn().weekdayAndDay(entry.getKey()), entry.getKey().equals(today), entry.getValue()))
                .toList();
    }
}
