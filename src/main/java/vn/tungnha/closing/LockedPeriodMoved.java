package vn.tungnha.closing;

import java.time.Instant;

/** Something moved a figure of a locked period; published in the transaction that moves it, for each entry of the ledger. */
public record LockedPeriodMoved(long lock, String action, Instant at) {}
