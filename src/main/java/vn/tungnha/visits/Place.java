package vn.tungnha.visits;

/** Where a contact was. Only those at the door count as a visit of the household. */
public enum Place {
    HOME,
    DESK
}
