package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit or team is to reach.
 *
 * @param period code of the period it was set for, which may be longer than the one looked at
 * @param enteredOn day it was set
 * @param carried the confirmed sum or average of units that were merged into this one
 */
public record TargetInForce(
        long id,
        int version,
        int indicatorId,
        @Nullable Long unitId,
        @Nullable Long teamId,
        String period,
        String kind,
        BigDecimal amount,
        LocalDate enteredOn,
        boolean carried) {

    boolean isOf(TargetPlace place) {
        return Objects.equals(place.id(), place.team() ? teamId : unitId);
    }
}
