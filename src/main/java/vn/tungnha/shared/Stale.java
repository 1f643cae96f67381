package vn.tungnha.shared;

/** Somebody else changed the same thing meanwhile. Answered with 409. */
public class Stale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Stale(String what, Object id) {
        super(what + " " + id);
    }
}
