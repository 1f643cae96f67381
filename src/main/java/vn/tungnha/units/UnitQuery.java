package vn.tungnha.units;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which units to list, as they stand on a day. Null means "whatever".
 *
 * @param q part of a name, another spelling or a code, with or without diacritics
 * @param parentId one step above: the legal parent, or an area
 * @param underId above at any depth
 * @param roots only these and what is under them
 */
public record UnitQuery(
        @Nullable String q,
        @Nullable UnitLevel level,
        @Nullable Long parentId,
        @Nullable Long underId,
        LocalDate on,
        @Nullable Set<Long> roots) {

    public static UnitQuery on(LocalDate day) {
        return new UnitQuery(null, null, null, null, day, null);
    }

    public UnitQuery q(@Nullable String text) {
        return new UnitQuery(text, level, parentId, underId, on, roots);
    }

    public UnitQuery level(@Nullable UnitLevel wanted) {
        return new UnitQuery(q, wanted, parentId, underId, on, roots);
    }

    public UnitQuery parent(@Nullable Long id) {
        return new UnitQuery(q, level, id, underId, on, roots);
    }

    public UnitQuery under(@Nullable Long id) {
        return new UnitQuery(q, level, parentId, id, on, roots);
    }

    public UnitQuery roots(@Nullable Set<Long> ids) {
        return new UnitQuery(q, level, parentId, underId, on, ids);
    }
}
