package vn.tungnha.visits;

import java.time.Instant;
import java.util.UUID;

/**
 * What the teller of a visit gets back.
 *
 * @param status RECORDED, CORRECTED, WITHDRAWN, or NEEDS_ATTENTION while the ward should look at it
 * @param version the version to base a correction on
 * @param created false when this visit was stored before
 */
public record Receipt(UUID id, Instant receivedAt, String status, int version, boolean created) {}
