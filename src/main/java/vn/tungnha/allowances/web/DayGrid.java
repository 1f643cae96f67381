package vn.tungnha.allowances.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.allowances.PayLine;
import vn.tungnha.allowances.Reckoned;
import vn.tungnha.allowances.Seat;
import vn.tungnha.allowances.WorkedDay;
import vn.tungnha.closing.ReportPeriod;

/**
 * A team's month, members by days, in finished texts.
 *
 * @param days the numbers over the columns
 */
record DayGrid(List<Head> days, List<Row> rows) {

    /** @param rest whether it is a Saturday or Sunday */
    record Head(String number, String name, boolean rest, boolean planned) {}

    /**
     * A member.
     *
     * @param since when the membership began or ended within the month, in words; empty = neither
     * @param worked days of work
     * @param paid days that are paid
     */
    record Row(
            String name,
            String role,
            String since,
            List<Cell> cells,
            String worked,
            String paid,
            String locked,
            List<Cell> marked) {}

    /**
     * A day.
     *
     * @param url null outside the membership
     * @param sign x worked, + added by hand, – struck out, ! paid twice, empty = nothing
     * @param look none, worked, paid, struck, held or out
     */
    record Cell(@Nullable String url, String sign, String look, String words, String day) {}

    /** @param locked days that the locked sheet paid, by member; null while the month is open */
    static DayGrid of(
            Reckoned now, ReportPeriod period, String base, @Nullable Map<UUID, Integer> locked, Words words) {
        Map<UUID, Map<LocalDate, WorkedDay>> byMember = new HashMap<>();
        now.days().forEach(it -> byMember.computeIfAbsent(it.seat().id(), any -> new HashMap<>())
                .put(it.day(), it));
        Map<UUID, List<LocalDate>> paid = new HashMap<>();
        for (PayLine line : now.lines()) {
            if (line.member() != null) {
                paid.computeIfAbsent(line.member(), any -> new ArrayList<>()).addAll(line.on());
            }
        }
        List<LocalDate> days =
                period.first().datesUntil(period.last().plusDays(1)).toList();
        List<Row> rows = new ArrayList<>();
        for (Seat seat : now.seats()) {
            Map<LocalDate, WorkedDay> worked = byMember.getOrDefault(seat.id(), Map.of());
            List<LocalDate> paidDays = paid.getOrDefault(seat.id(), List.of());
            List<Cell> cells = days.stream()
                    .map(day -> cell(seat, day, worked.get(day), paidDays.contains(day), now, base, words))
                    .toList();
            rows.add(new Row(
                    seat.name(),
                    words.say("role." + seat.role()),
                    since(seat, period, words),
                    cells,
                    words.vn()
                            .number(worked.values().stream()
                                    .filter(WorkedDay::worked)
                                    .count()),
                    words.vn().number(paidDays.stream().distinct().count()),
                    locked == null ? "" : words.vn().number(locked.getOrDefault(seat.id(), 0)),
                    cells.stream().filter(it -> !it.sign().isEmpty()).toList()));
        }
        Map<LocalDate, Boolean> planned = new LinkedHashMap<>();
        now.days().forEach(it -> planned.merge(it.day(), it.plan() != null, Boolean::logicalOr));
        return new DayGrid(
                days.stream()
                        .map(it -> new Head(
                                String.valueOf(it.getDayOfMonth()),
                                words.vn().weekdayAndDay(it),
                                it.getDayOfWeek().getValue() > 5,
                                planned.getOrDefault(it, false)))
                        .toList(),
                rows);
    }

    private static Cell cell(
            Seat seat,
            LocalDate day,
            @Nullable WorkedDay worked,
            boolean paid,
            Reckoned now,
            String base,
            Words words) {
        boolean member = !day.isBefore(seat.joinedOn()) && !day.isAfter(seat.leftOn());
        String shown = words.vn().day(day);
        if (!member && worked == null) {
            return new Cell(null, "", "out", "", shown);
        }
        String look = look(seat, day, worked, paid, now);
        return new Cell(
                base + "/day?member=" + seat.id() + "&day=" + day,
                sign(look, worked),
                look,
                seat.name() + ", " + shown + ": " + words.say("look." + look),
                shown);
    }

    private static String look(Seat seat, LocalDate day, @Nullable WorkedDay worked, boolean paid, Reckoned now) {
        if (worked == null) {
            return "none";
        }
        if (worked.struck()) {
            return "struck";
        }
        boolean held = now.doubles().stream()
                .anyMatch(it -> it.seat().id().equals(seat.id()) && it.day().equals(day));
        if (held && !paid) {
            return "held";
        }
        return paid ? "paid" : worked.worked() ? "worked" : "none";
    }

    private static String sign(String look, @Nullable WorkedDay worked) {
        return switch (look) {
            case "struck" -> "–";
            case "held" -> "!";
            case "none" -> "";
            default -> Objects.requireNonNull(worked).added() ? "+" : "x";
        };
    }

    private static String since(Seat seat, ReportPeriod period, Words words) {
        List<String> said = new ArrayList<>();
        if (seat.joinedOn().isAfter(period.first())) {
            said.add(words.say("since", words.vn().day(seat.joinedOn())));
        }
        if (seat.leftOn().isBefore(period.last())) {
            said.add(words.say("until", words.vn().day(seat.leftOn())));
        }
        return String.join(", ", said);
    }
}
