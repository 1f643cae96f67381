package vn.tungnha.contests.bank;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question with its key.
 *
 * @param unitId whose it is; null = shipped, for everybody
 * @param owner name of that unit
 * @param explanation shown after the answer; may be empty
 * @param study may be learned with by everybody
 * @param asked how many contests that are not merely planned ask it: from then on it stays as it is
 */
public record Question(
        UUID id,
        int version,
        @Nullable Long unitId,
        @Nullable String owner,
        String topic,
        QuestionKind kind,
        String text,
        List<Choice> choices,
        String explanation,
        @Nullable String source,
        boolean study,
        boolean retired,
        int asked) {

    /** One answer; positions count from 1 and stay as they are, whatever else is shuffled: "all of these" must stay last. */
    public record Choice(int position, String text, boolean correct) {}

    public Set<Integer> right() {
        return choices.stream().filter(Choice::correct).map(Choice::position).collect(Collectors.toSet());
    }

    /** All right answers and none that is wrong. */
    public boolean isRight(Set<Integer> picked) {
        return picked.equals(right());
    }
}
