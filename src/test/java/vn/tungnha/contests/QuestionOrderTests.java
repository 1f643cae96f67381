package vn.tungnha.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each player's own order, always the same one. */
class QuestionOrderTests {

    private final List<UUID> questions =
            Stream.generate(UUID::randomUUID).limit(10).toList();

    @Test
    void asksEveryQuestionOnceAndTheSameWayAgain() {
        UUID player = UUID.randomUUID();
        List<UUID> backwards = new ArrayList<>(questions);
        Collections.reverse(backwards);

        List<UUID> order = QuestionOrder.of(7, player, questions);

        assertThat(order).containsExactlyInAnyOrderElementsOf(questions);
        assertThat(QuestionOrder.of(7, player, backwards)).isEqualTo(order);
    }

    @Test
    void asksNeighboursInDifferentOrders() {
        Set<List<UUID>> orders = new HashSet<>();
        for (int player = 0; player < 30; player++) {
            orders.add(QuestionOrder.of(7, UUID.randomUUID(), questions));
        }

        assertThat(orders).hasSizeGreaterThan(25);
    }
}
