package vn.tungnha.papers;

import org.jspecify.annotations.Nullable;

/**
 * Which paper is wanted, as an address says it.
 *
 * @param unit code, null = the reader's own place
 * @param team id, goes before the unit
 * @param period code, null = the month being worked on
 * @param form code, null = the first that fits
 */
public record PaperRequest(
        @Nullable String unit,
        @Nullable Long team,
        @Nullable String period,
        @Nullable String form) {}
