package vn.tungnha.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.postgresql.copy.CopyManager;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Period;

/** What the wards report each month, made up to grow slowly, with a month left open here and there. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoFigures {

    static final String SOURCE = "Số liệu minh họa";
    static final YearMonth FIRST = YearMonth.of(2024, 1);

    private final DemoCodes codes;

    private record Gap(String ward, String measure, YearMonth from, YearMonth to) {

        boolean covers(Ward other, String name, YearMonth month) {
            return ward.equals(other.code())
                    && (measure.equals("*") || measure.equals(name))
                    && !month.isBefore(from)
                    && !month.isAfter(to);
        }
    }

    void write(List<Ward> wards, LocalDate today, CopyManager copy) {
        Map<String, Integer> measures = codes.measures();
        List<String[]> made = ReferenceFile.rows("demo/reported.txt");
        List<Gap> gaps = ReferenceFile.rows("demo/reported-gaps.txt").stream()
                .map(row -> new Gap(row[0], row[1], YearMonth.parse(row[2]), YearMonth.parse(row[3])))
                .toList();
        FigureRows rows = new FigureRows(true);
        for (YearMonth month = FIRST; month.isBefore(YearMonth.from(today)); month = month.plusMonths(1)) {
            YearMonth now = month;
            LocalDate captured = month.plusMonths(1).atDay(4);
            together(wards, month.atEndOfMonth())
                    .forEach((commune, parts) -> amounts(parts, now, made).forEach((name, amount) -> {
                        if (gaps.stream().noneMatch(gap -> gap.covers(parts.get(0), name, now))) {
                            int measure = DemoCodes.require(measures, name);
                            rows.value(commune, measure, Period.month(now), amount, SOURCE, captured);
                        }
                    }));
        }
        rows.send(copy);
    }

    /** The founding wards of each commune on a day. */
    static Map<Long, List<Ward>> together(List<Ward> wards, LocalDate day) {
        Map<Long, List<Ward>> result = new LinkedHashMap<>();
        wards.forEach(ward -> result.computeIfAbsent(ward.communeOn(day), id -> new ArrayList<>())
                .add(ward));
        return result;
    }

    private static Map<String, Long> amounts(List<Ward> parts, YearMonth month, List<String[]> made) {
        int months = (month.getYear() - FIRST.getYear()) * 12 + month.getMonthValue() - FIRST.getMonthValue();
        int teams = parts.stream().mapToInt(Ward::teams).sum();
        Map<String, Long> amounts = new LinkedHashMap<>();
        Map<String, Dice> offsets = new HashMap<>();
        for (String[] row : made) {
            String ward = parts.get(0).code();
            double offset = offsets.computeIfAbsent(row[0], name -> new Dice("offset " + ward + name))
                                    .number()
                            * 0.06
                    - 0.03;
            Dice dice = new Dice("reported " + ward + month + row[0]);
            double noise = dice.number();
            double amount =
                    switch (row[1]) {
                        case "U" -> Double.parseDouble(row[2]);
                        case "T" ->
                            teams * Double.parseDouble(row[2]) * rate(row, 3, months, offset, noise, flowing(row));
                        default ->
                            Objects.requireNonNull(amounts.get(row[2])) * rate(row, 3, months, offset, noise, false);
                    };
            amounts.put(row[0], Math.round(amount));
        }
        return amounts;
    }

    /** What comes in during a month goes up and down; what stands does not. */
    private static boolean flowing(String[] row) {
        return row.length == 3 && row[0].startsWith("DOSSIERS");
    }

    private static double rate(String[] row, int at, int months, double offset, double noise, boolean flowing) {
        if (row.length <= at) {
            return flowing ? 0.88 + 0.24 * noise : 1;
        }
        double highest = Double.parseDouble(row[at + 2]);
        double gain = Double.parseDouble(row[at + 1]);
        double wished = Double.parseDouble(row[at]) + gain * months + (gain == 0 ? 0 : offset + (noise - 0.5) * 0.008);
        return Math.min(highest - (gain == 0 ? 0 : (0.03 - offset) * 0.3), wished);
    }
}
