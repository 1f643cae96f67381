package vn.tungnha.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ranks are fair: they follow from the scores alone. */
class RankingTests {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    @Test
    void putsPointsBeforeTimeAndTimeBeforeTheHour() {
        Score quick = score("nhanh", 20, 5_000, NOON.plusSeconds(9));
        Score slow = score("chậm", 20, 6_000, NOON);
        Score many = score("nhiều", 30, 60_000, NOON.plusSeconds(99));
        Score early = score("sớm", 20, 5_000, NOON.plusSeconds(8));

        Ranking ranking = Ranking.of(List.of(quick, slow, many, early));

        assertThat(ranking.placed())
                .extracting(it -> it.rank() + " " + it.score().nickname())
                .containsExactly("1 nhiều", "2 sớm", "3 nhanh", "4 chậm");
    }

    @Test
    void sharesARankAndCountsAllWhoShareIt() {
        Ranking ranking = Ranking.of(List.of(
                score("a", 10, 1, NOON), score("b", 20, 7, NOON), score("c", 20, 7, NOON), score("d", 0, 0, null)));

        assertThat(ranking.placed()).extracting(Ranking.Placed::rank).containsExactly(1, 1, 3, 4);
        assertThat(ranking.placed()).extracting(Ranking.Placed::shared).containsExactly(true, true, false, false);
    }

    @Property(tries = 300)
    void isATotalPreorder(@ForAll("scores") Score a, @ForAll("scores") Score b, @ForAll("scores") Score c) {
        assertThat(Integer.signum(Ranking.ORDER.compare(a, b))).isEqualTo(-Integer.signum(Ranking.ORDER.compare(b, a)));
        assertThat(Ranking.ORDER.compare(a, a)).isZero();
        if (Ranking.ORDER.compare(a, b) <= 0 && Ranking.ORDER.compare(b, c) <= 0) {
            assertThat(Ranking.ORDER.compare(a, c)).isLessThanOrEqualTo(0);
        }
    }

    @Property(tries = 200)
    void dependsNeitherOnTheOrderOfArrivalNorOnNames(@ForAll("many") List<Score> scores, @ForAll long seed) {
        List<Score> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Ranking.of(shuffled)).isEqualTo(Ranking.of(scores));
    }

    @Property(tries = 200)
    void givesEveryoneOneMoreThanThoseWhoAreBetter(@ForAll("many") List<Score> scores) {
        for (Ranking.Placed placed : Ranking.of(scores).placed()) {
            long better =
                    scores.stream().filter(it -> beats(it, placed.score())).count();
            assertThat(placed.rank()).isEqualTo(better + 1);
        }
    }

    /** The rule once more, written out. */
    private static boolean beats(Score one, Score other) {
        if (one.points() != other.points()) {
            return one.points() > other.points();
        }
        if (one.millis() != other.millis()) {
            return one.millis() < other.millis();
        }
        Instant last = one.lastRight();
        return last != null && (other.lastRight() == null || last.isBefore(other.lastRight()));
    }

    @Provide
    Arbitrary<Score> scores() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(2),
                        Arbitraries.longs().between(0, 2).map(it -> it * 10),
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.integers().between(0, 2).injectNull(0.3))
                .as((name, points, millis, last) ->
                        score(name, points, millis, last == null ? null : NOON.plusSeconds(last)));
    }

    @Provide
    Arbitrary<List<Score>> many() {
        return scores().list().ofMaxSize(12);
    }

    private static Score score(String name, long points, long millis, @Nullable Instant last) {
        return new Score(UUID.randomUUID(), name, null, 3, (int) points / 10, points, millis, last);
    }
}
