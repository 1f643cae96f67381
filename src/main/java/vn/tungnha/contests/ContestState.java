package vn.tungnha.contests;

/** People enter and play while it is open; results are final once it is closed, and can be opened again. */
public enum ContestState {
    PLANNED,
    OPEN,
    CLOSED
}
