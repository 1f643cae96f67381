package vn.tungnha.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.chart.BarChart;

/** The card of an indicator, all texts finished. */
record CardPage(
        String code,
        String name,
        String subtitle,
        String codeText,
        List<Choice> crumbs,
        String here,
        PageAddress address,
        Switches switches,
        List<Segment> variants,
        String numerator,
        @Nullable String denominator,
        List<String> counted,
        List<String> notCounted,
        List<Choice> facts,
        @Nullable Example example,
        List<PeriodRow> periods,
        @Nullable BarChart chart,
        List<Choice> history,
        List<Rows> rows,
        @Nullable Stated stated,
        boolean mayTarget,
        List<Choice> kinds) {

    /** The figure asked for, worked out before the reader's eyes. */
    record Example(String where, @Nullable String sum, String value, List<String> notes) {}

    /** One period against its target. */
    record PeriodRow(String period, String target, String value, String ofTarget, String level, String levelText) {}

    /** Parts of one sort; a long list begins folded. */
    record Rows(String title, boolean open, List<PlaceRow> rows) {}

    /** What one part of the unit contributes. */
    record PlaceRow(String name, String url, String parts, String value, String source) {}

    /** A published figure. */
    record Stated(
            String value,
            String statedAs,
            String source,
            @Nullable String rank,
            @Nullable String inferred) {}
}
