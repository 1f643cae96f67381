package vn.tungnha.identity;

/** Whether a phone may go on holding what it holds. */
public enum DeviceState {
    OK,
    /** The ward or the owner cut it off: it sends what it still has, wipes everything and signs out. */
    REVOKED
}
