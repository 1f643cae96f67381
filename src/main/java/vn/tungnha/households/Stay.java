package vn.tungnha.households;

/** Thường trú, tạm trú, or nobody knows. */
public enum Stay {
    PERMANENT,
    TEMPORARY,
    UNKNOWN
}
