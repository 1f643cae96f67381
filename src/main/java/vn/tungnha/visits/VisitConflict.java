package vn.tungnha.visits;

import vn.tungnha.shared.Stale;

/** Another visit, or another correction, was sent under the same id before. Answered with 409. */
public class VisitConflict extends Stale {

    private static final long serialVersionUID = 1L;

    public VisitConflict(String what, Object id) {
        super(what, id);
    }
}
