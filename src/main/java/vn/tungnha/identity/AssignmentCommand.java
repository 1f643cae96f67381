package vn.tungnha.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A role at a place.
 *
 * @param place unit code ({@code code@day} for one no longer in force), team id for team roles, blank for ADMIN
 * @param from first day, null = today
 * @param to last day, null = until further notice
 */
public record AssignmentCommand(
        Role role,
        String place,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
