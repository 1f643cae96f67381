package vn.tungnha.allowances.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One member's day and what it rests on.
 *
 * @param plan the plan the day stood in; null = none
 * @param outcome paid or not, and why
 * @param doubles who else would pay for it, by programme
 */
record DayPage(
        long team,
        UUID member,
        String day,
        String title,
        String lead,
        String sheetUrl,
        String outcome,
        String level,
        @Nullable String plan,
        List<Done> done,
        List<Said> said,
        List<Twice> doubles,
        boolean struck,
        boolean writes) {

    /** @param url null where it cannot be opened */
    record Done(
            String kind,
            String name,
            boolean planned,
            @Nullable String url) {}

    /** A word of the ward. */
    record Said(UUID id, String what, String reason, String by, boolean holds) {}

    /** Somebody else who would pay for the day. */
    record Twice(String programme, String others, String state, boolean open) {}
}
