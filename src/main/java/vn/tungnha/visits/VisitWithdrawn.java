package vn.tungnha.visits;

import java.util.UUID;

/** A visit counts no more. */
public record VisitWithdrawn(UUID visitId, UUID householdId, long teamId, int version) {}
