package vn.tungnha.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A village or residential group to register.
 *
 * @param kind code of a unit_kind of level VILLAGE, such as TDP
 * @param number makes name ("Tổ 33") and code ("20212-T33"); null for a group with a name only
 * @param name when it is not made from the number
 * @param from first day; on it the commune must be in force
 */
public record VillageCommand(
        long communeId,
        String kind,
        @Nullable Integer number,
        @Nullable String name,
        LocalDate from) {}
