package vn.tungnha.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.chart.Bullet;

/**
 * The page of targets, all texts finished.
 *
 * @param own the unit itself; null where no unit is chosen
 * @param split how much of its target was handed down; null where that says nothing
 */
record TargetsView(
        String place,
        String period,
        Switches switches,
        String indicator,
        List<Choice> indicators,
        List<Segment> variants,
        List<Segment> parts,
        List<Choice> kept,
        String variant,
        String name,
        boolean rates,
        @Nullable Line own,
        @Nullable String split,
        String pace,
        List<Worry> worries,
        @Nullable Choice allWorries,
        String q,
        List<Choice> keptInSearch,
        List<Column> columns,
        List<Line> lines,
        Pages pages,
        @Nullable LastCascade last,
        @Nullable String cascadeUrl,
        @Nullable String importUrl,
        String csv,
        String xlsx) {

    /** A head that sorts; {@code sorted} is a value of aria-sort or null. */
    record Column(
            String text, @Nullable String url, @Nullable String sorted, boolean number) {}

    /**
     * A place against its target.
     *
     * @param note that the target is of a longer period, or follows from a merger
     */
    record Line(
            String name,
            String url,
            String target,
            @Nullable String note,
            String amount,
            String parts,
            String reached,
            Bullet bar,
            String expected,
            String forecast,
            String level,
            String state,
            @Nullable String reason,
            @Nullable Proposal proposal) {}

    /** What follows from a merger and waits for a yes. */
    record Proposal(
            String text, @Nullable String amount, String place, String period, int version, boolean confirmable) {}

    /** Somebody to look at. */
    record Worry(String name, String url, String level, List<String> reasons) {}

    /** The last time targets were handed down. */
    record LastCascade(String url, String text, boolean undoable) {}
}
