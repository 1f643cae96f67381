package vn.tungnha.contests.votes;

import java.util.ArrayList;
import java.util.List;
import vn.tungnha.shared.RuleBroken;

/**
 * What one person counted: papers handed out, valid and invalid ones among those that came back, and votes in the order of
 * the options.
 */
public record BallotCount(int handedOut, int valid, int invalid, List<Integer> votes) {

    /** More papers are no small assembly. */
    private static final int MOST = 1_000_000;

    /** A line on which two counts do not agree. {@code option} = its place from 0, negative for the papers. */
    public record Difference(int option, int first, int second) {

        public static final int HANDED_OUT = -3;
        public static final int VALID = -2;
        public static final int INVALID = -1;
    }

    /**
     * What cannot be true of any box is not taken: more papers back than went out, more votes than ballots.
     *
     * @param most how many of the options a ballot may choose
     */
    void check(int options, int most) {
        if (votes.size() != options) {
            throw RuleBroken.at("votes", "contests.error.votes-missing");
        }
        if (handedOut < 0 || handedOut > MOST || valid < 0 || invalid < 0) {
            throw RuleBroken.at("handedOut", "contests.error.between", 0, MOST);
        }
        if ((long) valid + invalid > handedOut) {
            throw RuleBroken.at("valid", "contests.error.papers", valid + invalid, handedOut);
        }
        for (int vote : votes) {
            if (vote < 0 || vote > valid) {
                throw RuleBroken.at("votes", "contests.error.votes-each", valid);
            }
        }
        long sum = votes.stream().mapToLong(Integer::longValue).sum();
        if (most == 1 && sum != valid) {
            throw RuleBroken.at("votes", "contests.error.votes-sum", sum, valid);
        }
        if (sum > (long) valid * most) {
            throw RuleBroken.at("votes", "contests.error.votes-most", sum, (long) valid * most);
        }
    }

    /** Line by line; none = both found the same. */
    List<Difference> differences(BallotCount other) {
        List<Difference> differences = new ArrayList<>();
        compare(Difference.HANDED_OUT, handedOut, other.handedOut, differences);
        compare(Difference.VALID, valid, other.valid, differences);
        compare(Difference.INVALID, invalid, other.invalid, differences);
        for (int option = 0; option < votes.size(); option++) {
            compare(option, votes.get(option), other.votes.get(option), differences);
        }
        return differences;
    }

    private static void compare(int option, int first, int second, List<Difference> differences) {
        if (first != second) {
            differences.add(new Difference(option, first, second));
        }
    }
}
