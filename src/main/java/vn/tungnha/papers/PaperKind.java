package vn.tungnha.papers;

import vn.tungnha.units.UnitLevel;

/** What a form is for, and so whom it is offered to. */
public enum PaperKind {
    TEAM,
    COMMUNE,
    BDHVS,
    CT,
    ROLL_UP;

    boolean isOf(UnitLevel level) {
        return switch (this) {
            case TEAM -> false;
            case COMMUNE, BDHVS, CT -> level == UnitLevel.COMMUNE;
            case ROLL_UP -> level == UnitLevel.PROVINCE || level == UnitLevel.DISTRICT || level == UnitLevel.AREA;
        };
    }
}
