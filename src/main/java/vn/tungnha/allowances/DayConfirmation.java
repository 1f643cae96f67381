package vn.tungnha.allowances;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A leader's word that the own team's days are right.
 *
 * @param current whether nothing has changed since
 */
public record DayConfirmation(@Nullable String by, Instant at, boolean current) {}
