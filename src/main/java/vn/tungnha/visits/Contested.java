package vn.tungnha.visits;

/** A correction and somebody else's say different things in the same place. Nothing of it was stored yet. */
class Contested extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Contest contest;

    Contested(Contest contest) {
        super(contest.visit() + " version " + contest.version());
        this.contest = contest;
    }

    Contest contest() {
        return contest;
    }
}
