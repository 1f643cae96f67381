package vn.tungnha.indicators;

import vn.tungnha.shared.Period;

/** The count that figures of a unit are held against moved; published in the transaction that moves it. */
public record QuotaChanged(long unit, int indicator, Period period) {}
