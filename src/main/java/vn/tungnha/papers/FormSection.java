package vn.tungnha.papers;

import java.util.List;

/**
 * One section of a form.
 *
 * @param heading empty = none
 * @param body words with placeholders; only for TEXT
 * @param own whether the words are the official's to write
 */
public record FormSection(SectionKind kind, String heading, String body, boolean own, List<FormLine> lines) {

    /** By what an official's own words find it again in a later version of the form. */
    String key(int position) {
        return heading.isEmpty() ? "#" + position : heading;
    }

    boolean editable() {
        return kind.hasWords() && (own || kind != SectionKind.TEXT);
    }
}
