package vn.tungnha.reports.web;

import java.util.List;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Segment;

/**
 * A figure turned over, in finished texts.
 *
 * @param variants ways to reckon it; empty where there is but one
 * @param refused why it cannot be told apart by what is not offered
 */
record PivotPage(
        BoardHead head,
        List<Segment> tabs,
        List<Segment> levels,
        List<Choice> indicators,
        String indicator,
        List<Choice> variants,
        String variant,
        List<Choice> dimensions,
        String rows,
        String columns,
        String caption,
        String corner,
        Pivot pivot,
        List<String> refused,
        List<String> notes,
        String csv,
        String xlsx) {}
