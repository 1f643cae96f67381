package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts duties and marks together into members' days. Nothing here asks the database. */
final class DayBook {

    private record Key(UUID member, LocalDate day) {}

    private DayBook() {}

    /** By day; days of members that are not known are left out. */
    static List<WorkedDay> of(Ground ground) {
        Map<UUID, Seat> seats = ground.seats().stream().collect(Collectors.toMap(Seat::id, Function.identity()));
        Map<Key, List<Duty>> duties = new LinkedHashMap<>();
        ground.duties().stream().filter(it -> seats.containsKey(it.member())).forEach(it -> duties.computeIfAbsent(
                        new Key(it.member(), it.day()), any -> new ArrayList<>())
                .add(it));
        Map<Key, List<Mark>> marks = new HashMap<>();
        for (Mark mark : ground.marks()) {
            if (seats.containsKey(mark.member())) {
                Key key = new Key(mark.member(), mark.day());
                marks.computeIfAbsent(key, any -> new ArrayList<>()).add(mark);
                duties.putIfAbsent(key, List.of());
            }
        }
        Map<Long, SheetTeam> teams = ground.teamsById();
        List<WorkedDay> days = new ArrayList<>();
        duties.forEach((key, done) -> {
            Seat seat = seats.get(key.member());
            SheetTeam team = seat == null ? null : teams.get(seat.team());
            if (seat != null && team != null) {
                days.add(day(seat, key.day(), done, marks.getOrDefault(key, List.of()), team, ground));
            }
        });
        days.sort(Comparator.comparing(WorkedDay::day));
        return days;
    }

    private static WorkedDay day(
            Seat seat, LocalDate day, List<Duty> duties, List<Mark> marks, SheetTeam team, Ground ground) {
        String plan = ground.plan(team.commune(), day);
        WorkedDay worked = new WorkedDay(seat, day, duties, marks, plan, List.of());
        if (!worked.worked()) {
            return worked;
        }
        List<AllowanceRule> counting = ground.rulesOf(team.commune()).stream()
                .filter(it -> it.basis() == RuleBasis.MEMBER_DAY && it.topsUp() == null && it.isInForce(day))
                .filter(it -> counted(it, duties, marks, plan) >= Math.max(1, it.minimumWork()))
                .toList();
        return new WorkedDay(seat, day, duties, marks, plan, counting);
    }

    private static long counted(AllowanceRule rule, List<Duty> duties, List<Mark> marks, @Nullable String plan) {
        long logged = duties.stream()
                .filter(it -> rule.counts(it.kind(), it.planned() || plan != null))
                .count();
        long added = marks.stream()
                .filter(it -> it.holds() && it.duty() != null && rule.counts(it.duty(), it.planned() || plan != null))
                .count();
        return logged + added;
    }
}
