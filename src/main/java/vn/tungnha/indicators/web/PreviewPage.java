package vn.tungnha.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Segment;

/**
 * A draft beside what is in force, all texts finished.
 *
 * @param now formula in force; null for a new indicator
 * @param publish null for those who may only read
 */
record PreviewPage(
        String code,
        String name,
        String subtitle,
        Switches switches,
        List<Segment> variants,
        @Nullable Formula now,
        Formula draft,
        boolean sameFormula,
        List<Row> rows,
        List<Choice> components,
        String summary,
        @Nullable Publish publish) {

    /** In words. */
    record Formula(String numerator, @Nullable String denominator) {}

    /** One real unit by both. */
    record Row(String place, boolean whole, Cell now, Cell draft, String change, String changeLevel) {}

    /** A figure with its parts. */
    record Cell(String value, String parts, String coverage) {}

    /** From when on, and why. */
    record Publish(
            int version,
            String from,
            String reason,
            @Nullable String error,
            @Nullable String errorField) {}
}
