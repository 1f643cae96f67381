package vn.tungnha.indicators;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** One thing somebody does in the field. Numbers are places in the fixture's lists, so that runs can be shortened. */
record Step(Kind kind, int household, int resident, int place, int day, int flavour) {

    enum Kind {
        VISIT,
        CORRECT,
        WITHDRAW,
        MEET_AT_DESK,
        COUNT_AT_DESK,
        UNCOUNT,
        MOVE_HOUSEHOLD,
        MOVE_RESIDENT,
        LEAVE,
        JOIN_HOUSEHOLDS,
        END_HOUSEHOLD
    }

    static Arbitrary<Step> any() {
        Arbitrary<Kind> kinds = Arbitraries.of(
                Kind.VISIT,
                Kind.VISIT,
                Kind.VISIT,
                Kind.VISIT,
                Kind.CORRECT,
                Kind.CORRECT,
                Kind.WITHDRAW,
                Kind.MEET_AT_DESK,
                Kind.MEET_AT_DESK,
                Kind.COUNT_AT_DESK,
                Kind.COUNT_AT_DESK,
                Kind.UNCOUNT,
                Kind.MOVE_HOUSEHOLD,
                Kind.MOVE_RESIDENT,
                Kind.LEAVE,
                Kind.JOIN_HOUSEHOLDS,
                Kind.END_HOUSEHOLD);
        return Combinators.combine(kinds, below(8), below(16), below(6), below(365), below(30))
                .as(Step::new);
    }

    private static Arbitrary<Integer> below(int bound) {
        return Arbitraries.integers().between(0, bound - 1);
    }
}
