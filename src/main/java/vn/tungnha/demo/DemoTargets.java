package vn.tungnha.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.postgresql.copy.CopyManager;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Period;

/** Made-up targets of wards, of the former district and its area, and of teams. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoTargets {

    private static final String DISTRICT = "491";
    private static final String AREA = "KV-THANH-KHE";
    private static final LocalDate AREA_FROM = LocalDate.of(2025, 7, 1);
    private static final int LAST_YEAR = 2026;

    /** Published by Thanh Khê Đông itself. */
    private static final String PUBLISHED = "20207 DIGITAL_IDENTITY_ACCOUNT_SIGNATURE 2024-09";

    private final DemoCodes codes;

    private record Place(String code, int teams) {}

    void write(List<Ward> wards, List<Team> teams, LocalDate today, CopyManager copy) {
        Map<String, Integer> indicators = codes.indicators();
        FigureRows rows = new FigureRows(true);
        for (String[] row : ReferenceFile.rows("demo/targets.txt")) {
            int indicator = DemoCodes.require(indicators, row[0]);
            for (Period period : periods(row[6], today)) {
                double wanted = Double.parseDouble(row[3 + period.first().getYear() - DemoFigures.FIRST.getYear()]);
                if (row[1].equals("TEAM")) {
                    teams.forEach(team ->
                            rows.target(indicator, null, team.id(), period, amount(wanted, row[2], 1), row[2], null));
                } else {
                    places(row[1], wards, period).forEach((unit, place) -> {
                        if (!PUBLISHED.equals(place.code() + " " + row[0] + " " + period.code())) {
                            rows.target(
                                    indicator, unit, null, period, amount(wanted, row[2], place.teams()), row[2], null);
                        }
                    });
                }
            }
        }
        rows.send(copy);
    }

    /** Units that exist at some time of the period, with the teams they hold. */
    private Map<Long, Place> places(String kind, List<Ward> wards, Period period) {
        Map<Long, Place> places = new HashMap<>();
        List<LocalDate> days = List.of(period.first(), period.last());
        if (kind.equals("AREA")) {
            int teams = wards.stream()
                    .filter(ward -> ward.code().startsWith("20"))
                    .mapToInt(Ward::teams)
                    .sum();
            if (period.first().isBefore(AREA_FROM)) {
                places.put(codes.unit(DISTRICT, period.first()), new Place(DISTRICT, teams));
            }
            if (!period.last().isBefore(AREA_FROM)) {
                places.put(codes.unit(AREA, period.last()), new Place(AREA, teams));
            }
            return places;
        }
        for (LocalDate day : days) {
            DemoFigures.together(wards, day)
                    .forEach((commune, parts) -> places.put(
                            commune,
                            new Place(
                                    parts.get(0).code(),
                                    parts.stream().mapToInt(Ward::teams).sum())));
        }
        return places;
    }

    private static BigDecimal amount(double wanted, String kind, int teams) {
        return BigDecimal.valueOf(kind.equals("COUNT") ? wanted * teams : wanted)
                .setScale(0, RoundingMode.HALF_UP);
    }

    private static List<Period> periods(String grains, LocalDate today) {
        List<Period> periods = new ArrayList<>();
        int last = Math.min(LAST_YEAR, today.getYear());
        for (int year = DemoFigures.FIRST.getYear(); year <= last; year++) {
            if (grains.contains("Y")) {
                periods.add(Period.year(year));
            }
            for (int month = 1; grains.contains("M") && month <= 12; month++) {
                periods.add(Period.month(YearMonth.of(year, month)));
            }
        }
        return periods;
    }
}
