package vn.tungnha.allowances;

import org.jspecify.annotations.Nullable;
import vn.tungnha.units.UnitView;

/**
 * What a ward's sheet of a month comes to.
 *
 * @param locked whether it is the sheet as it was locked
 * @param teams null where nothing is reckoned: an open month of one ward among many
 * @param amount đồng; null likewise
 */
public record WardTotal(
        UnitView ward,
        boolean locked,
        @Nullable Integer teams,
        @Nullable Long amount) {}
