package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.reports.Eras;
import vn.tungnha.shared.Segment;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The parts by which a unit is compared: its communes, or what lies between. */
@Component
@RequiredArgsConstructor
class AreaParts {

    private final Units units;
    private final Eras eras;

    /** @param levels the switch between kinds of parts; empty where there is but one */
    record Parts(List<UnitView> units, UnitLevel level, List<Segment> levels) {}

    Parts of(UnitView unit, LocalDate day, BoardRequest request, Words words) {
        List<UnitView> children = units.children(unit.id(), day);
        if (unit.level() == UnitLevel.COMMUNE) {
            return new Parts(children, UnitLevel.VILLAGE, List.of());
        }
        if (unit.level() != UnitLevel.PROVINCE) {
            return new Parts(children, UnitLevel.COMMUNE, List.of());
        }
        boolean districts = children.stream().anyMatch(it -> it.level() == UnitLevel.DISTRICT);
        UnitLevel upper = districts ? UnitLevel.DISTRICT : UnitLevel.AREA;
        String by = request.param("by");
        boolean wantsUpper = by == null ? districts : !by.equals("commune");
        List<Segment> levels = List.of(
                new Segment(words.say("by." + upper), with(request, districts ? "" : "area"), wantsUpper),
                new Segment(words.say("by.COMMUNE"), with(request, districts ? "commune" : ""), !wantsUpper));
        if (wantsUpper) {
            return new Parts(districts ? children : areas(unit, day), upper, levels);
        }
        return new Parts(
                districts ? units.under(unit.id(), UnitLevel.COMMUNE, day) : children, UnitLevel.COMMUNE, levels);
    }

    private List<UnitView> areas(UnitView unit, LocalDate day) {
        return units.all(eras.areasIn(unit.id(), day), day).values().stream()
                .sorted(Comparator.comparing(UnitView::code))
                .toList();
    }

    private static String with(BoardRequest request, String by) {
        return request.url(Map.of("by", by, "pick", "", "mark", ""));
    }
}
