package vn.tungnha.life;

/** What a decision does with teams. */
public enum DecisionKind {
    ESTABLISH,
    RENEW,
    DISSOLVE
}
