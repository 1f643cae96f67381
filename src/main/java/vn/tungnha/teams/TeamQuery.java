package vn.tungnha.teams;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which teams to list.
 *
 * @param unitId teams with a village under this unit, at any depth; null = wherever the reader may look
 * @param q words of the team's, a village's or a member's name, with or without diacritics
 * @param responsible exactly this responsible organisation
 * @param on teams, members and areas of this day
 */
public record TeamQuery(
        @Nullable Long unitId,
        @Nullable String q,
        @Nullable String kind,
        @Nullable String responsible,
        @Nullable Pace activity,
        LocalDate on,
        Sort sort) {

    /** What the list is sorted by; names of people by their given name. */
    public enum Sort {
        NAME,
        VILLAGE,
        LEADER,
        MEMBERS,
        RESPONSIBLE,
        LAST_LOG
    }

    public static TeamQuery all(LocalDate on) {
        return new TeamQuery(null, null, null, null, null, on, Sort.NAME);
    }

    public TeamQuery under(long unit) {
        return new TeamQuery(unit, q, kind, responsible, activity, on, sort);
    }
}
