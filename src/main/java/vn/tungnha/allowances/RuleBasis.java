package vn.tungnha.allowances;

/** What a rule pays for. */
public enum RuleBasis {
    TEAM_MONTH,
    MEMBER_DAY
}
