package vn.tungnha.visits;

import java.util.UUID;

/** A visit was told again, differently. */
public record VisitCorrected(UUID visitId, UUID householdId, long teamId, int version) {}
