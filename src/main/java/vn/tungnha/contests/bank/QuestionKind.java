package vn.tungnha.contests.bank;

/** How many answers of a question are right. */
public enum QuestionKind {
    SINGLE,
    SEVERAL,
    TRUE_FALSE
}
