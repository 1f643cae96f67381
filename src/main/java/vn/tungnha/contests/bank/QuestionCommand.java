package vn.tungnha.contests.bank;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question as somebody wants it.
 *
 * @param choices in their order, from 1; for TRUE_FALSE exactly two
 * @param right positions of the right ones
 */
public record QuestionCommand(
        @Nullable Long unitId,
        String topic,
        QuestionKind kind,
        String text,
        List<String> choices,
        Set<Integer> right,
        String explanation,
        @Nullable String source,
        boolean study) {}
