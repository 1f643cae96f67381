package vn.tungnha.contests.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tungnha.shared.RuleBroken;

/** What can be true of a box, and where two counts of it differ. */
class BallotCountTests {

    @ParameterizedTest
    @CsvSource({
        "50, 45, 6, 45, 0, 1, papers",
        "50, 45, 5, 40, 4, 1, votes-sum",
        "50, 45, 5, 40, 6, 1, votes-sum",
        "50, 45, 5, 46, 0, 2, votes-each",
        "-1, 0, 0, 0, 0, 1, between"
    })
    void refusesWhatNoBoxCanHold(int out, int valid, int invalid, int first, int second, int most, String why) {
        BallotCount count = new BallotCount(out, valid, invalid, List.of(first, second));

        assertThatThrownBy(() -> count.check(2, most))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.getKey()).isEqualTo("contests.error." + why));
    }

    @Test
    void letsABallotOfSeveralChooseFewerButNeverMore() {
        assertThatCode(() -> new BallotCount(50, 45, 5, List.of(45, 20, 0)).check(3, 2))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new BallotCount(50, 45, 5, List.of(45, 45, 1)).check(3, 2))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new BallotCount(50, 45, 5, List.of(45)).check(2, 1))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void namesEveryLineOnWhichTwoCountsDiffer() {
        BallotCount one = new BallotCount(50, 45, 5, List.of(40, 5));
        BallotCount other = new BallotCount(50, 44, 6, List.of(40, 4));

        assertThat(one.differences(one)).isEmpty();
        assertThat(one.differences(other))
                .containsExactly(
                        new BallotCount.Difference(BallotCount.Difference.VALID, 45, 44),
                        new BallotCount.Difference(BallotCount.Difference.INVALID, 5, 6),
                        new BallotCount.Difference(1, 5, 4));
    }
}
