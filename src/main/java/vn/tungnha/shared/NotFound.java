package vn.tungnha.shared;

/** What was asked for does not exist. Answered with 404. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound(String what, Object id) {
        super(what + " " + id);
    }
}
