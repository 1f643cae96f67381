package vn.tungnha.activities;

/** How far an activity is. Only one that was held counts as held; whoever is marked as present counts before, too. */
public enum ActivityState {
    PLANNED,
    HELD,
    CANCELLED
}
