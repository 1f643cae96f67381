package vn.tungnha.indicators;

import java.time.LocalDate;
import java.util.Set;

/**
 * A definition changed for days that are past, so that their figures are reckoned anew; published in the transaction that
 * changes it.
 *
 * @param indicators what is reckoned by it: itself, and the scores it is part of
 * @param from periods that end on this day or later
 * @param action in the words of the trail
 * @param code of the indicator whose definition changed
 */
public record DefinitionRestated(Set<Integer> indicators, LocalDate from, String action, String code, String reason) {}
