package vn.tungnha.households;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.households.likeness.Described;
import vn.tungnha.households.likeness.Likeness;

/** An entry of the register beside another it may be, and what is alike. */
public record AlikePerson(Entry entry, Likeness likeness) {

    /**
     * An entry as lists of doubles show it.
     *
     * @param where village of the household today
     */
    public record Entry(
            UUID id,
            int version,
            @Nullable String name,
            @Nullable Integer birthYear,
            @Nullable String phoneLast3,
            UUID household,
            String address,
            long where,
            ResidentStatus status,
            Described described) {}
}
