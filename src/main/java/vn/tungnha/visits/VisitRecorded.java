package vn.tungnha.visits;

import java.util.UUID;

/** A visit was stored for the first time. */
public record VisitRecorded(UUID visitId, UUID householdId, long teamId, int version) {}
