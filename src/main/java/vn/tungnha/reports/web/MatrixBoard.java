package vn.tungnha.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Segment;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Puts all parts of a place side by side. */
@Component
@RequiredArgsConstructor
class MatrixBoard {

    private final BoardPlace place;
    private final AreaParts parts;
    private final AreaBoard areas;
    private final HeatTable heat;
    private final Structures structures;
    private final Definitions definitions;

    MatrixPage page(UnitView unit, BoardRequest request, Words words) {
        AreaParts.Parts shown = parts(unit, request, words);
        String view = request.param("view");
        if (view == null) {
            return heat(unit, shown, request, words);
        }
        AreaBoard.Compared compared = areas.compare(unit, request, words);
        boolean spread = view.equals(BoardTabs.SPREAD);
        if (!spread && !view.equals(BoardTabs.LINES)) {
            throw RuleBroken.at("view", "reports.error.view", view);
        }
        String title = words.say(
                spread ? "spread.title" : "lines.title",
                words.brief(compared.definition()),
                words.say("compare.by." + shown.level()));
        return new MatrixPage(
                head(unit, title, request, words, "indicator", "variant", "pick"),
                AreaSummary.of(unit, compared, words),
                BoardTabs.of(unit, request, words),
                shown.levels(),
                List.of(),
                "",
                definitions.list(request.period().last()).stream()
                        .map(it -> new Choice(it.code(), words.brief(it)))
                        .toList(),
                compared.choice().code(),
                spread
                        ? shown.units().stream()
                                .map(part -> new Choice(part.code(), part.name()))
                                .toList()
                        : List.of(),
                spread ? String.valueOf(request.param("pick")) : "",
                words.say("by." + shown.level()),
                null,
                spread ? null : SmallLines.of(compared, request, words),
                spread ? SpreadChart.of(compared, request, words) : null,
                List.of(),
                request.url(request.ref().toString(), "/" + view + ".svg", Map.of("view", "")));
    }

    private MatrixPage heat(UnitView unit, AreaParts.Parts shown, BoardRequest request, Words words) {
        String group = request.param("group");
        List<Choice> groups = new ArrayList<>(List.of(new Choice("", words.say("group.tiles"))));
        HeatTable.PILLARS.forEach(pillar -> groups.add(new Choice(pillar, words.say("group." + pillar))));
        String table = request.url(request.ref().toString(), BoardTabs.MATRIX, Map.of("view", ""));
        return new MatrixPage(
                head(
                        unit,
                        words.say("heat.title", words.say("compare.by." + shown.level())),
                        request,
                        words,
                        "group",
                        "sort"),
                words.say(
                        "compare.count." + shown.level(),
                        words.vn().number(shown.units().size())),
                BoardTabs.of(unit, request, words),
                shown.levels(),
                groups,
                group == null ? "" : group,
                List.of(),
                "",
                List.of(),
                "",
                words.say("by." + shown.level()),
                heat.heat(heat.read(unit, shown, request, words), request, words),
                null,
                null,
                List.of(
                        new Choice(WardBoard.format(table, "xlsx"), words.say("xlsx")),
                        new Choice(WardBoard.format(table, "csv"), words.say("csv"))),
                "");
    }

    HeatTable.Read read(UnitView unit, BoardRequest request, Words words) {
        return heat.read(unit, parts(unit, request, words), request, words);
    }

    /** @throws NotFound for a place without parts */
    private AreaParts.Parts parts(UnitView unit, BoardRequest request, Words words) {
        if (unit.level() == UnitLevel.VILLAGE) {
            throw new NotFound("matrix", unit.code());
        }
        return parts.of(unit, place.structureDay(unit, request), request, words);
    }

    private BoardHead head(UnitView unit, String title, BoardRequest request, Words words, String... chosen) {
        List<Segment> switches = unit.level() == UnitLevel.COMMUNE
                ? structures.thenAndNow(unit, request, words)
                : structures.ofEras(structures.eras(unit), request, words);
        return new BoardHead(
                title,
                unit.fullName(),
                words.title(request.period()),
                BoardHead.grains(request, words),
                words.title(request.period()),
                request.previousUrl(),
                request.nextUrl(),
                switches,
                structures.note(unit, request, words),
                BoardHead.ChosenDay.of(unit, request),
                place.days(unit, request, words),
                BoardHead.kept(request, chosen));
    }
}
