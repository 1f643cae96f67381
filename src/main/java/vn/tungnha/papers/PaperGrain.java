package vn.tungnha.papers;

/** How long a time a paper reports on. */
public enum PaperGrain {
    MONTH,
    QUARTER,
    HALF,
    YEAR
}
