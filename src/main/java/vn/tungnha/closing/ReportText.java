package vn.tungnha.closing;

import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/** The free parts of a team's report, each at most 2.000 characters. */
public record ReportText(
        @Nullable String goodPractice, @Nullable String difficulties, @Nullable String proposals) {

    private static final int LONGEST = 2000;

    public ReportText {
        goodPractice = kept("goodPractice", goodPractice);
        difficulties = kept("difficulties", difficulties);
        proposals = kept("proposals", proposals);
    }

    private static @Nullable String kept(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw RuleBroken.at(field, "closing.error.too-long", LONGEST);
        }
        return text.strip();
    }
}
