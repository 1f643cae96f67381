package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Vn;

/** What a locked month should have paid more or less, as it stands now. Its words stand on a Vietnamese sheet. */
final class Differences {

    private Differences() {}

    /**
     * @param settled every line of locked sheets about that month: its own and the differences since
     * @param now the same month as it stands
     */
    static List<PayLine> of(Collection<PayLine> settled, Reckoned now) {
        Map<PayLine.Key, List<PayLine>> before = new LinkedHashMap<>();
        settled.forEach(
                it -> before.computeIfAbsent(it.key(), any -> new ArrayList<>()).add(it));
        List<PayLine> differences = new ArrayList<>();
        for (PayLine line : now.lines()) {
            List<PayLine> was = before.remove(line.key());
            add(differences, line, was == null ? List.of() : was, line, now);
        }
        before.values().forEach(was -> add(differences, was.get(0), was, null, now));
        return differences;
    }

    private static void add(
            List<PayLine> differences, PayLine model, List<PayLine> was, @Nullable PayLine is, Reckoned now) {
        long amount = (is == null ? 0 : is.amount())
                - was.stream().mapToLong(PayLine::amount).sum();
        Set<LocalDate> paid = net(was);
        Set<LocalDate> due = is == null ? Set.of() : new HashSet<>(is.on());
        List<LocalDate> came = without(due, paid);
        List<LocalDate> went = without(paid, due);
        if (amount != 0 || !came.isEmpty() || !went.isEmpty()) {
            int days = (is == null ? 0 : is.days())
                    - was.stream().mapToInt(PayLine::days).sum();
            differences.add(model.as(days, amount, reason(model, came, went, now), came, went));
        }
    }

    private static Set<LocalDate> net(List<PayLine> lines) {
        Map<LocalDate, Integer> sum = new HashMap<>();
        for (PayLine line : lines) {
            line.on().forEach(day -> sum.merge(day, 1, Integer::sum));
            line.notOn().forEach(day -> sum.merge(day, -1, Integer::sum));
        }
        return sum.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<LocalDate> without(Set<LocalDate> some, Set<LocalDate> others) {
        return some.stream().filter(it -> !others.contains(it)).sorted().toList();
    }

    private static String reason(PayLine line, List<LocalDate> came, List<LocalDate> went, Reckoned now) {
        List<String> said = new ArrayList<>();
        if (!came.isEmpty()) {
            said.add("thêm ngày " + days(came));
        }
        if (!went.isEmpty()) {
            said.add("bớt ngày " + days(went));
        }
        if (said.isEmpty()) {
            said.add("tính lại");
        }
        String why = now.days().stream()
                .filter(it ->
                        it.seat().id().equals(line.member()) && (came.contains(it.day()) || went.contains(it.day())))
                .flatMap(it -> it.marks().stream())
                .filter(Mark::holds)
                .map(Mark::reason)
                .distinct()
                .collect(Collectors.joining("; "));
        return String.join("; ", said) + (why.isEmpty() ? " (ghi nhận sau khi khóa)" : ": " + why);
    }

    private static String days(List<LocalDate> days) {
        return days.stream().map(Vn.vi()::day).collect(Collectors.joining(", "));
    }
}
