package vn.tungnha.contests.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.contests.votes.BallotCount;

/** What one person has counted, as typed; an empty line is not a nought. */
record CountForm(
        @Nullable String handedOut,
        @Nullable String valid,
        @Nullable String invalid,
        @Nullable List<@Nullable String> votes) {

    BallotCount count() {
        List<Integer> counted = new ArrayList<>();
        if (votes != null) {
            votes.forEach(vote -> counted.add(RoundForm.number("votes", vote)));
        }
        return new BallotCount(
                RoundForm.number("handedOut", handedOut),
                RoundForm.number("valid", valid),
                RoundForm.number("invalid", invalid),
                counted);
    }
}
