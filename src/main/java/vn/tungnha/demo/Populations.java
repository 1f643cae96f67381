package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.tungnha.shared.Period;

/** Made-up population statistics of each residential group: a little above what the teams have in their registers. */
final class Populations {

    private static final Map<String, Integer> AGES =
            Map.of("POPULATION", 0, "POPULATION_14", 14, "POPULATION_15", 15, "POPULATION_18", 18);

    private Populations() {}

    /** As of the first day of each year. */
    static void write(
            Village village, List<Home> homes, LocalDate today, Map<String, Integer> measures, FigureRows rows) {
        double beyond = 1.01 + 0.03 * new Dice("population " + village.code()).number();
        for (int year = DemoFigures.FIRST.getYear(); year <= today.getYear(); year++) {
            LocalDate day = LocalDate.of(year, 1, 1);
            for (Map.Entry<String, Integer> band : AGES.entrySet()) {
                value(village, measures, rows, band.getKey(), day, persons(homes, band.getValue(), day), beyond);
            }
            long traders = homes.stream().filter(Home::trader).count();
            value(village, measures, rows, "HOUSEHOLDS_TOTAL", day, homes.size() - traders, beyond);
            value(village, measures, rows, "TRADERS_TOTAL", day, traders, beyond);
        }
    }

    private static long persons(List<Home> homes, int age, LocalDate day) {
        return homes.stream()
                .filter(home -> !home.trader())
                .mapToLong(home -> (age == 0 ? home.children() : 0)
                        + home.people().stream()
                                .filter(person -> person.livesHereOn(day))
                                .filter(person -> person.ageIn(day.getYear()) >= age)
                                .count())
                .sum();
    }

    private static void value(
            Village village,
            Map<String, Integer> measures,
            FigureRows rows,
            String measure,
            LocalDate day,
            long registered,
            double beyond) {
        rows.value(
                village.id(),
                DemoCodes.require(measures, measure),
                Period.year(day.getYear()),
                (long) Math.ceil(registered * beyond),
                DemoFigures.SOURCE,
                day);
    }
}
