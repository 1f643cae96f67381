package vn.tungnha.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role at a place for a time; days as they are in the table. */
public record AssignmentView(
        long id, UUID accountId, Role role, @Nullable String place, LocalDate validFrom, LocalDate validTo) {}
