package vn.tungnha.units.changes.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;

/**
 * One proposal in finished texts.
 *
 * @param at which step of the wizard it has reached
 * @param lines what goes where
 * @param open whether it is still to be decided
 * @param untouched what there is none of
 * @param forbidden why it cannot be carried out as it stands
 * @param history who did what and when
 */
record ChangePage(
        long id,
        int version,
        String title,
        String state,
        String level,
        boolean open,
        int at,
        List<String> steps,
        List<Choice> facts,
        List<Line> lines,
        List<Effect> effects,
        @Nullable String untouched,
        List<String> renamed,
        @Nullable String forbidden,
        List<Event> history,
        boolean proposes,
        boolean approves,
        boolean rejects,
        boolean takesBack,
        boolean undoes,
        @Nullable String waits) {

    /**
     * A unit that goes, and where to.
     *
     * @param names of the parts that go there; may be hundreds
     */
    record Line(
            List<Choice> from,
            String verb,
            @Nullable String to,
            @Nullable String toUrl,
            @Nullable String names,
            @Nullable String note) {}

    /**
     * How much is concerned, and what becomes of it.
     *
     * @param names of those concerned; may be hundreds
     */
    record Effect(
            String text,
            @Nullable String note,
            @Nullable String names,
            @Nullable String link,
            List<Choice> todo) {}

    /** A step of its life. */
    record Event(String when, String what, @Nullable String reason) {}

    /** A proposal in the list. */
    record Row(String url, String title, String day, String who, String state, String level) {}
}
