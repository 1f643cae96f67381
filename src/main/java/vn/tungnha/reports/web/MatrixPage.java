package vn.tungnha.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.reports.web.AreaPage.TrendLine;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.chart.Histogram;
import vn.tungnha.shared.chart.Sparkline;

/**
 * All parts of a place at once, in finished texts: one of a heat table, many small lines, or how the figures are spread.
 *
 * @param group the indicators of the heat table: those of the dashboard, or one pillar
 * @param indicators empty where not one indicator alone is shown
 * @param pickable the parts that can be marked; empty where none can
 */
record MatrixPage(
        BoardHead head,
        String summary,
        List<Segment> tabs,
        List<Segment> levels,
        List<Choice> groups,
        String group,
        List<Choice> indicators,
        String indicator,
        List<Choice> pickable,
        String pick,
        String unitColumn,
        @Nullable Heat heat,
        @Nullable Panels panels,
        @Nullable Spread spread,
        List<Choice> files,
        String image) {

    /** Parts down, indicators across; parts that no figure is known of are only named. */
    record Heat(List<Column> columns, List<HeatRow> rows, String caption, List<Choice> unknown, String unknownText) {}

    /** @param here whether the rows are sorted by it */
    record Column(String name, String unit, String sortUrl, boolean here) {}

    /** @param whole the place itself, which stands above its parts */
    record HeatRow(String name, String url, boolean whole, List<Cell> cells) {}

    /**
     * One figure.
     *
     * @param css the darker the more, within its column
     * @param level {@code good, near, bad}; null where there is nothing to be reached
     */
    record Cell(
            String text, String title, String css, @Nullable String level, String url) {}

    /** A small line for each part that has figures, all on one scale. */
    record Panels(
            String scale,
            List<Panel> panels,
            List<Choice> unknown,
            String unknownText,
            List<String> periods,
            List<TrendLine> lines) {}

    /** One part. */
    record Panel(String name, String url, String value, String fraction, String level, Sparkline line) {}

    /** How the parts are spread. */
    record Spread(
            @Nullable Histogram chart,
            String words,
            List<Span> spans,
            @Nullable String unknown) {}

    /** One span of figures and who lies in it. */
    record Span(String range, String count, List<Choice> units) {}
}
