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
        List<Choice> restated,
        List<Rows> rows,
        List<Choice> behind,
        @Nullable String closed,
        List<PartRow> parts,
        @Nullable ScoreTable score,
        List<Choice> exports,
        List<Choice> thresholds,
        @Nullable String editUrl,
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

    /** A measure that went into the figure. */
    record PartRow(String name, String code, String amount, String source, String captured) {}

    /** The points of a score, as far as they are known. */
    record ScoreTable(List<ScoreRow> rows, String earned, String attainable, String known) {}

    /** One component; {@code group} only where a new group begins. */
    record ScoreRow(
            @Nullable String group,
            String name,
            String url,
            String value,
            String parts,
            String fullAt,
            String points,
            String weight) {}

    /** A published figure. */
    record Stated(
            String value,
            String statedAs,
            String source,
            @Nullable String rank,
            @Nullable String inferred) {}
}
