package vn.tungnha.allowances;

/** Where a rule stands; one in force is replaced from a day on, never edited. */
public enum RuleStatus {
    DRAFT,
    IN_FORCE,
    WITHDRAWN
}
