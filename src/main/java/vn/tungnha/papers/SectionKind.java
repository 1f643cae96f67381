package vn.tungnha.papers;

/** What a section of a form is filled with. */
public enum SectionKind {
    /** Words of the form, with figures in braces. */
    TEXT(false, true),
    /** A table of figures against their targets. */
    FIGURES(true, false),
    /** The same figures beside the period before and the same time last year. */
    COMPARISON(true, false),
    /** Sentences that say what the figures say. */
    COMMENTARY(true, true),
    /** What teams wrote about work that went well. */
    GOOD_PRACTICE(false, true),
    /** What teams wrote about difficulties. */
    DIFFICULTIES(false, true),
    /** What teams asked for. */
    PROPOSALS(false, true),
    /** Units below, one a row. */
    UNITS(true, false),
    /** Members of a team. */
    MEMBERS(false, false);

    private final boolean lines;
    private final boolean words;

    SectionKind(boolean lines, boolean words) {
        this.lines = lines;
        this.words = words;
    }

    public boolean hasLines() {
        return lines;
    }

    /** Whether an official may put own words in the place of what the form or the figures say. */
    public boolean hasWords() {
        return words;
    }
}
