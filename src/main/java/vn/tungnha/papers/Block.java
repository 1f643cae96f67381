package vn.tungnha.papers;

import java.util.List;
import java.util.Locale;

/** A piece of a paper's body, in the order it is read. */
public sealed interface Block {

    /** For templates: heading, text, table, signatures, line or article. */
    String type();

    /** @param level 1 for "I.", 2 for "1.", 3 for "a)" */
    record Heading(int level, String text) implements Block {
        @Override
        public String type() {
            return "heading";
        }

        static Heading of(String text) {
            return new Heading(text.matches("[IVX]+\\..*") ? 1 : text.matches("\\d+\\..*") ? 2 : 3, text);
        }
    }

    /**
     * A paragraph.
     *
     * @param own whether an official wrote it
     */
    record Text(String text, boolean own) implements Block {
        @Override
        public String type() {
            return "text";
        }
    }

    /** A table whose head is repeated on every page. */
    record Grid(List<Column> columns, List<List<String>> rows) implements Block {
        @Override
        public String type() {
            return "table";
        }
    }

    /** Who signs beside each other, with room to do it. */
    record Signatures(List<String> titles) implements Block {
        @Override
        public String type() {
            return "signatures";
        }
    }

    /**
     * A column of a table.
     *
     * @param percent of the table's width
     * @param align left, center or right
     */
    record Column(String name, int percent, String align) {}

    /** A line set apart: bold in the middle, or in italics like the grounds of a decision. */
    record Line(String text, Look look) implements Block {
        @Override
        public String type() {
            return "line";
        }
    }

    /** How a line is set. */
    enum Look {
        CENTRE,
        ITALIC;

        /** For templates and style sheets. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A paragraph that begins in bold: "Điều 1." */
    record Article(String lead, String text) implements Block {
        @Override
        public String type() {
            return "article";
        }
    }
}
