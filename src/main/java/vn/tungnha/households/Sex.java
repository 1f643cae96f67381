package vn.tungnha.households;

/** Asked only of those who care to say. */
public enum Sex {
    MALE,
    FEMALE
}
