package vn.tungnha.papers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.papers.Editable;
import vn.tungnha.papers.Paper;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Segment;

/**
 * A draft on the screen.
 *
 * @param query its part of every address
 * @param state whether its figures are locked, in words
 * @param level badge of that state
 * @param saved who wrote into it last, in words; null = nobody
 * @param version of the draft, null while nothing was written
 * @param later null when that period has not begun
 * @param refusal why it cannot be sent yet; null = it can
 */
record PaperPage(
        String title,
        String lead,
        String query,
        String unit,
        @Nullable Long team,
        String period,
        String form,
        List<Choice> forms,
        List<Segment> grains,
        String periodTitle,
        String earlier,
        @Nullable String later,
        String state,
        String level,
        @Nullable String saved,
        @Nullable Integer version,
        Paper paper,
        List<Editable> parts,
        List<Check> checks,
        List<Sent> sent,
        @Nullable String sentUrl,
        boolean writes,
        @Nullable String refusal) {

    /** One line of the form check. */
    record Check(boolean done, String text) {}

    /** A paper that was sent. */
    record Sent(String title, String url, String when, String number) {}
}
