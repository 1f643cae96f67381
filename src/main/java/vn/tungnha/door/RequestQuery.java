package vn.tungnha.door;

import org.jspecify.annotations.Nullable;

/**
 * Which requests to list.
 *
 * @param show null = those that wait
 * @param kind null = of any kind
 * @param q words of what was written, of the name or of the village
 */
public record RequestQuery(
        @Nullable Show show,
        @Nullable String kind,
        @Nullable String q) {

    /** Which of them. */
    public enum Show {
        OPEN,
        OVERDUE,
        UNASSIGNED,
        SETTLED,
        AWAY,
        ALL
    }

    public Show shown() {
        return show == null ? Show.OPEN : show;
    }
}
