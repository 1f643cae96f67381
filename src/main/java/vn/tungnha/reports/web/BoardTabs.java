package vn.tungnha.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tungnha.shared.Segment;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** The pages of one place: its dashboard, its parts side by side, its figures turned over. */
final class BoardTabs {

    static final String MATRIX = "/matrix";
    static final String PIVOT = "/pivot";
    static final String LINES = "lines";
    static final String SPREAD = "spread";

    private BoardTabs() {}

    /** Nothing where a place has no parts to compare. */
    static List<Segment> of(UnitView unit, BoardRequest request, Words words) {
        if (unit.level() == UnitLevel.VILLAGE) {
            return List.of();
        }
        String view = request.param("view");
        boolean matrix = request.below().equals(MATRIX);
        List<Segment> tabs = new ArrayList<>();
        tabs.add(tab("tab.board", "", "", request.below().isEmpty(), request, words));
        tabs.add(tab("tab.heat", MATRIX, "", matrix && view == null, request, words));
        tabs.add(tab("tab.lines", MATRIX, LINES, matrix && LINES.equals(view), request, words));
        tabs.add(tab("tab.spread", MATRIX, SPREAD, matrix && SPREAD.equals(view), request, words));
        tabs.add(tab("tab.pivot", PIVOT, "", request.below().equals(PIVOT), request, words));
        return tabs;
    }

    private static Segment tab(String key, String below, String view, boolean here, BoardRequest request, Words words) {
        return new Segment(
                words.say(key),
                request.url(
                        request.ref().toString(),
                        below,
                        Map.of(
                                "view", view, "pick", "", "mark", "", "sort", "", "teams", "", "group", "", "rows", "",
                                "columns", "")),
                here);
    }
}
