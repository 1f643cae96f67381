package vn.tungnha.savings;

/** For whom a procedure is; enterprises are counted among all and once more by themselves, as the movement does. */
public enum Audience {
    CITIZEN,
    BUSINESS
}
