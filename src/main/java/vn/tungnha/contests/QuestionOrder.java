package vn.tungnha.contests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Each player's own order of a round's questions, so that neighbours do not answer the same one at the same time. It follows
 * from the contest's seed alone: another request, another server, another day give the same.
 */
final class QuestionOrder {

    private QuestionOrder() {}

    static List<UUID> of(long seed, UUID entry, Collection<UUID> questions) {
        List<UUID> order = new ArrayList<>(questions.stream().sorted().toList());
        Collections.shuffle(order, new Random(seed ^ entry.getMostSignificantBits() ^ entry.getLeastSignificantBits()));
        return order;
    }
}
