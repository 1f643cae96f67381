package vn.tungnha.visits;

/** How a visit came in: from the phone of who went, or typed in from paper by somebody else. */
public enum Entry {
    PHONE,
    PAPER
}
