package vn.tungnha.visits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a visit was told; no part of what was told. */
public record Origin(Entry entry, @Nullable UUID notebook) {

    public static final Origin PHONE = new Origin(Entry.PHONE, null);

    static Origin paper(UUID notebook) {
        return new Origin(Entry.PAPER, notebook);
    }
}
