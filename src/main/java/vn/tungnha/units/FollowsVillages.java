package vn.tungnha.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.tungnha.shared.LiveFigures;

/**
 * A module whose things stand at villages and go along when these are merged or split. All is called inside the
 * transaction of the change, {@link #follow} and putting rows back inside {@link LiveFigures#during}.
 */
public interface FollowsVillages {

    /** Rows that following may alter; they are remembered, and put back when the change is undone. */
    List<Rows> rows();

    /** Whose figures may differ when these villages flow elsewhere from that day. */
    LiveFigures.Touched touched(Set<Long> villages, LocalDate from);

    /** How many households of a village live in these alleys on that day; what a split is weighed by. */
    default int weight(VillageFlow flow) {
        return 0;
    }

    /** Alleys of a village by which it can be split, with how many households live in each. */
    default Map<String, Integer> alleys(long village, LocalDate on) {
        return Map.of();
    }

    void follow(VillageFlow flow);

    /** After rows were put back: brings up to date what is derived from them. */
    default void restored(Set<Long> villages) {}

    /**
     * Rows of a table with a key named {@code id}.
     *
     * @param where condition over {@code :villages}, true for the same rows before and after
     */
    record Rows(String table, String where) {}
}
