package vn.tungnha.visits;

/** How the resident was told what is noted down. */
public enum Notice {
    VERBAL,
    PAPER
}
