package vn.tungnha.units;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;

/**
 * One line of a preview: how much of something a change of units concerns.
 *
 * @param key message with the count as {0}
 * @param note message that tells what becomes of them
 * @param link where they are listed, null without such a list
 * @param todo those that somebody has to see to, each with the address where that is done; the first ones of many
 */
public record UnitEffect(
        String key,
        long count,
        @Nullable String note,
        @Nullable String link,
        List<Choice> todo) {

    public UnitEffect(String key, long count, @Nullable String note, @Nullable String link) {
        this(key, count, note, link, List.of());
    }
}
