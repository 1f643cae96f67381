package vn.tungnha.audit;

import java.time.LocalDate;

/**
 * A day of the trail that can no longer be changed unnoticed.
 *
 * @param mark the first 16 hexadecimal digits of the seal, to be noted down elsewhere
 */
public record AuditSeal(LocalDate day, long entries, String mark) {}
