package vn.tungnha.shared;

/** What was asked for lies outside the reader's scope. Answered with 404: existence is not leaked. */
public class OutOfScope extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutOfScope(String what, Object id) {
        super(what + " " + id);
    }
}
