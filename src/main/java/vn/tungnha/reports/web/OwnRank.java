package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.reports.Eras;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Where a place stands among its peers: its rank, how it moved and how many they are, but never what the others have. */
@Component
@RequiredArgsConstructor
class OwnRank {

    private final Units units;
    private final Eras eras;
    private final Figures figures;
    private final BoardPlace place;

    /** The peers, by whom they are gathered. */
    record Card(String title, String note, List<Line> lines) {}

    /** @param moved 1, 0 or -1 */
    record Line(String name, String url, String rank, boolean shared, String peers, int moved, String movedText) {}

    private record Peers(UnitView above, List<Long> ids) {}

    @Nullable
    Card of(UnitView unit, List<IndicatorChoice> choices, BoardRequest request, Words words) {
        Peers peers = peers(unit, request);
        if (peers == null || peers.ids().size() < 2) {
            return null;
        }
        List<Period> periods = List.of(request.previous(), request.period());
        Readings readings = new Readings(
                figures.values(FigureQuery.ofUnits(peers.ids(), choices, periods, request.structure())
                        .alone()),
                periods,
                words);
        List<Line> lines = new ArrayList<>();
        for (IndicatorChoice choice : choices) {
            Line line = line(unit, choice.code(), peers, readings, request, words);
            if (line != null) {
                lines.add(line);
            }
        }
        return new Card(
                words.say("own.title"),
                words.say(
                        "own.note",
                        words.say(
                                "compare.count." + unit.level(),
                                words.vn().number(peers.ids().size())),
                        peers.above().fullName(),
                        words.period(request.previous())),
                lines);
    }

    private static @Nullable Line line(
            UnitView unit, String indicator, Peers peers, Readings readings, BoardRequest request, Words words) {
        Ranks now = Ranks.of(peers.ids(), readings, indicator, 1);
        Ranks before = Ranks.of(peers.ids(), readings, indicator, 0);
        Integer rank = now.number(unit.id());
        if (rank == null || now.size() < 2) {
            return null;
        }
        Integer old = before.number(unit.id());
        int moved = old == null ? 0 : old - rank;
        Reading reading = readings.now(unit.id(), indicator);
        return new Line(
                words.brief(reading.value().definition()),
                TileBoard.cardUrl(reading, unit, request),
                words.vn().number(rank),
                now.shared(unit.id()),
                words.vn().number(now.size()),
                Integer.signum(moved),
                moved == 0 ? "" : words.vn().number(Math.abs(moved)));
    }

    private @Nullable Peers peers(UnitView unit, BoardRequest request) {
        LocalDate day = place.structureDay(unit, request);
        if (unit.level() == UnitLevel.AREA) {
            List<UnitView> communes = units.children(unit.id(), day);
            List<UnitView> above = communes.isEmpty()
                    ? List.of()
                    : units.ancestors(communes.get(0).id(), day);
            UnitView province = above.stream()
                    .filter(it -> it.level() == UnitLevel.PROVINCE)
                    .findFirst()
                    .orElse(null);
            return province == null ? null : new Peers(province, eras.areasIn(province.id(), day));
        }
        Long parent = unit.parentId();
        if (parent == null || unit.level() == UnitLevel.PROVINCE) {
            return null;
        }
        UnitView above = units.get(parent, day);
        return new Peers(
                above,
                units.children(above.id(), day).stream()
                        .filter(it -> it.level() == unit.level())
                        .map(UnitView::id)
                        .toList());
    }
}
