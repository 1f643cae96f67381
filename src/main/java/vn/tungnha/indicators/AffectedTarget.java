package vn.tungnha.indicators;

import java.math.BigDecimal;

/** A target in force that a change of units touches. */
public record AffectedTarget(
        long unitId,
        String unitName,
        String indicator,
        String nameVi,
        String nameEn,
        String period,
        String kind,
        BigDecimal amount) {}
