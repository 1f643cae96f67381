package vn.tungnha.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it stood on one day.
 *
 * @param kind code of unit_kind, such as PHUONG
 * @param parentId legal parent on that day; null for provinces and areas
 * @param validFrom first day of the unit's life, {@link vn.tungnha.shared.Days#SINCE_EVER} if before our records
 * @param validTo last day of its life, {@link vn.tungnha.shared.Days#FOREVER} while in force
 */
public record UnitView(
        long id,
        String code,
        String name,
        String fullName,
        String kind,
        UnitLevel level,
        @Nullable Long parentId,
        LocalDate validFrom,
        LocalDate validTo) {}
