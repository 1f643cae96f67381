package vn.tungnha.indicators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitView;

/**
 * What a card or its table was asked for, and what was read.
 *
 * @param unit null for those without a place of their own who asked for none
 */
record CardRead(
        IndicatorChoice choice,
        IndicatorDefinition definition,
        Variant variant,
        @Nullable UnitView unit,
        Period period,
        Structure structure,
        @Nullable IndicatorValue value,
        List<CardRows.Group> groups) {}
