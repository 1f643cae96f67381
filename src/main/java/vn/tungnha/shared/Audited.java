package vn.tungnha.shared;

import org.jspecify.annotations.Nullable;

/**
 * A change worth keeping: publish it in the transaction that makes it; the audit trail adds who and when.
 *
 * @param action verb, such as {@code team.created}
 * @param subject kind of thing, such as {@code team}
 * @param unitId where it happened, null for what belongs to no unit
 * @param before a record or map that becomes JSON, null for what is new
 * @param after the same after the change, null for what is gone
 */
public record Audited(
        String action,
        String subject,
        String subjectId,
        @Nullable Long unitId,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable String reason) {}
