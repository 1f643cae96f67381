package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.Structure;
import vn.tungnha.reports.Era;
import vn.tungnha.reports.Eras;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** "Quy đổi theo đơn vị mới": numerators and denominators of the old units added up under the new ones. */
@Component
@RequiredArgsConstructor
class AreaConversion {

    private static final int NAMED = 3;

    private final Units units;
    private final Eras eras;
    private final Figures figures;

    /** Nothing where the last structure is the one shown, or parts are not communes. */
    AreaPage.@Nullable Conversion of(AreaBoard.Compared compared, List<Era> known, BoardRequest request, Words words) {
        if (known.isEmpty() || compared.parts().level() != UnitLevel.COMMUNE) {
            return null;
        }
        Era last = known.get(known.size() - 1);
        LocalDate shown = request.structure().day(request.period());
        if (!last.from().isAfter(shown)) {
            return null;
        }
        List<UnitView> heirs = units.under(last.unitId(), UnitLevel.COMMUNE, last.from());
        List<UnitView> old = compared.parts().units();
        Map<Long, String> names = new HashMap<>();
        old.forEach(unit -> names.put(unit.id(), unit.name()));
        Map<Long, List<Long>> carried = eras.carriedBy(names.keySet(), last.from());
        Readings readings = new Readings(
                figures.values(FigureQuery.ofUnits(
                        heirs.stream().map(UnitView::id).toList(),
                        List.of(compared.choice()),
                        List.of(request.period()),
                        Structure.on(last.from()))),
                List.of(request.period()),
                words);
        List<AreaPage.NewUnit> made = new ArrayList<>();
        for (UnitView heir : heirs) {
            List<Long> from = carried.get(heir.id());
            if (from == null) {
                continue;
            }
            Reading reading = readings.now(heir.id(), compared.choice().code());
            boolean missing = reading.amount() == null;
            Map<String, String> params = new HashMap<>(request.periodParams());
            params.put("structure", "now");
            params.put("pick", "");
            params.put("mark", "");
            made.add(new AreaPage.NewUnit(
                    heir.name(),
                    request.url(heir.code(), "", params),
                    from(from, names, words),
                    reading.shown(),
                    reading.fraction(),
                    reading.caution(),
                    missing));
        }
        return made.isEmpty()
                ? null
                : new AreaPage.Conversion(
                        words.say("conversion.column", words.vn().day(last.from())), made);
    }

    private static String from(List<Long> from, Map<Long, String> names, Words words) {
        List<String> known = from.stream().map(names::get).sorted().toList();
        return known.size() > NAMED
                ? words.say("conversion.from.many", words.vn().number(known.size()))
                : words.say("conversion.from", String.join(", ", known));
    }
}
