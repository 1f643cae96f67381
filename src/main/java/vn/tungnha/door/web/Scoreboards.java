package vn.tungnha.door.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.door.OpenFigure;
import vn.tungnha.door.OpenFigures;
import vn.tungnha.door.SmallCells;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitView;

/** What a ward shows of its work: months it has locked, the latest first. */
@Component
@RequiredArgsConstructor
class Scoreboards {

    private static final int MONTHS = 3;

    private final OpenFigures figures;

    /** @param months names of the columns */
    record Board(List<String> months, List<Line> lines) {

        public boolean isEmpty() {
            return lines.isEmpty();
        }
    }

    /** An indicator over the months. */
    record Line(String name, List<String> values) {}

    Board of(UnitView ward, DoorWords words) {
        List<OpenFigure> all = figures.ofWard(ward);
        List<Period> months =
                all.stream().map(OpenFigure::period).distinct().limit(MONTHS).toList();
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (OpenFigure figure : all) {
            String name = words.english()
                    ? figure.indicator().nameEn()
                    : figure.indicator().nameVi();
            int at = months.indexOf(figure.period());
            if (at >= 0) {
                List<String> values = lines.computeIfAbsent(name, any -> new ArrayList<>());
                while (values.size() < at) {
                    values.add(words.vn().number(null));
                }
                values.add(value(figure, words));
            }
        }
        lines.values().forEach(values -> {
            while (values.size() < months.size()) {
                values.add(words.vn().number(null));
            }
        });
        return new Board(
                months.stream()
                        .map(month -> words.say(
                                "door.month",
                                String.valueOf(month.first().getMonthValue()),
                                String.valueOf(month.first().getYear())))
                        .toList(),
                lines.entrySet().stream()
                        .map(line -> new Line(line.getKey(), line.getValue()))
                        .toList());
    }

    static String value(OpenFigure figure, DoorWords words) {
        return figure.hidden()
                ? words.say("door.hidden", SmallCells.LEAST_COUNT)
                : Amounts.in(words.locale())
                        .of(figure.indicator(), figure.indicator().kind(), figure.value());
    }
}
