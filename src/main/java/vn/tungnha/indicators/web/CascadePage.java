package vn.tungnha.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Segment;

/**
 * Handing a target down, all texts finished.
 *
 * @param back the page of targets
 * @param left what is not handed down yet, or too much; of rates the average
 * @param total the bare number for the script
 * @param missing who has nothing proposed, and why; null where everybody has
 * @param thin that few have anything to be split by; {@code instead} shares out evenly
 * @param basisTitle what the shares were reckoned from; null where from nothing
 */
record CascadePage(
        String back,
        String title,
        String lead,
        List<Segment> methods,
        String explained,
        List<Choice> kept,
        String method,
        boolean rate,
        String total,
        String left,
        String leftLevel,
        @Nullable String missing,
        @Nullable String thin,
        String instead,
        @Nullable String basisTitle,
        List<Row> rows,
        String reason,
        @Nullable String error,
        @Nullable String errorField) {

    /**
     * One part.
     *
     * @param field name of its input
     * @param weight its denominator for the script; null where not known
     */
    record Row(
            String field,
            String versionField,
            int version,
            String name,
            String now,
            String amount,
            @Nullable String basis,
            String typed,
            @Nullable String weight,
            boolean wrong) {}
}
