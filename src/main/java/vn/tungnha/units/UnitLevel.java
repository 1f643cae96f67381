package vn.tungnha.units;

/** Where a unit stands. AREA lies beside the legal tree; nothing assumes that every level is present. */
public enum UnitLevel {
    PROVINCE,
    DISTRICT,
    AREA,
    COMMUNE,
    VILLAGE
}
