package vn.tungnha.visits;

/** Why something told could not be booked without guessing. Stored space-separated. */
public enum HeldReason {
    /** The register has no such household; perhaps the visit that brings it in is still on its way. */
    HOUSEHOLD_UNKNOWN,
    /** The household had joined another by that day (nhập hộ). */
    HOUSEHOLD_JOINED,
    /** The household had left the register by that day. */
    HOUSEHOLD_ENDED,
    /** The team had been dissolved by that day. */
    TEAM_ENDED,
    /** Somebody named never lived there. */
    PERSON_UNKNOWN,
    /** Somebody named had died before that day. */
    PERSON_DECEASED,
    /** A new household in a village that no longer is, without one successor. */
    VILLAGE_CLOSED,
    /** New people for a household that is out of the teller's area by now. */
    NEWCOMER,
    /** A correction or withdrawal of what has not come yet. */
    EARLY,
    /** Nowhere certain to count what a desk noted: its village had ended by that day, or its team had none. */
    DESK_PLACE,
    /** The desk where somebody was met waits for the ward itself. */
    DESK,
    /** The visit it corrects was withdrawn meanwhile. */
    WITHDRAWN,
    /** Somebody else corrected the same fields meanwhile. */
    CONFLICT
}
