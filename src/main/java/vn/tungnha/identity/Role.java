package vn.tungnha.identity;

/** What an account may do at the places it is assigned to. */
public enum Role {
    ADMIN,
    PROVINCE_OFFICER,
    DISTRICT_OFFICER,
    WARD_OFFICER,
    WARD_LEADER,
    LEADERSHIP_VIEWER,
    TEAM_LEADER,
    TEAM_MEMBER
}
