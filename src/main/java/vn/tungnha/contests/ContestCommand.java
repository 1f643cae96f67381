package vn.tungnha.contests;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contest as somebody wants it.
 *
 * @param unit whose it is, or else {@code team}
 * @param fullNames asks entrants for their full names
 * @param namesShown these stand on the screen; entrants are told before they enter
 * @param phones asks for a phone number, one entry each
 */
public record ContestCommand(
        String name,
        @Nullable Long unit,
        @Nullable Long team,
        LocalDate firstDay,
        LocalDate lastDay,
        Entrants entrants,
        Sides sides,
        boolean fullNames,
        boolean namesShown,
        boolean phones,
        @Nullable String note) {}
