package vn.tungnha.indicators;

/** Of how many units a figure could be reckoned; only told when some lack a part. */
public record Coverage(int units, int of) {}
