package vn.tungnha.contests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Players in order: more points, then less time for the right answers, then the earlier last right answer. Whoever is equal
 * in all of these shares a rank, and the next one counts them all: 1, 2, 2, 4. The order in which scores are told never matters.
 */
public record Ranking(List<Placed> placed) {

    /** What decides; equal means an equal rank. */
    static final Comparator<Score> ORDER = Comparator.comparingLong(Score::points)
            .reversed()
            .thenComparingLong(Score::millis)
            .thenComparing(Score::lastRight, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Among equals, so that the screen does not jump; decides nothing. */
    private static final Comparator<Score> SHOWN =
            ORDER.thenComparing(Score::nickname).thenComparing(Score::entry);

    /** @param shared whether somebody else has the same rank */
    public record Placed(int rank, boolean shared, Score score) {}

    public static Ranking of(Collection<Score> scores) {
        List<Score> sorted = scores.stream().sorted(SHOWN).toList();
        List<Placed> placed = new ArrayList<>();
        for (int first = 0; first < sorted.size(); ) {
            int after = first + 1;
            while (after < sorted.size() && ORDER.compare(sorted.get(first), sorted.get(after)) == 0) {
                after++;
            }
            for (Score score : sorted.subList(first, after)) {
                placed.add(new Placed(first + 1, after - first > 1, score));
            }
            first = after;
        }
        return new Ranking(List.copyOf(placed));
    }

    public Optional<Placed> of(UUID entry) {
        return placed.stream().filter(it -> it.score().entry().equals(entry)).findFirst();
    }
}
