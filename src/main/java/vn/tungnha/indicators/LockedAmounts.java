package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Period;

/** Offered by whoever keeps what units have locked; the latest version counts. */
public interface LockedAmounts {

    /** Only of places and days that are locked. */
    Map<Key, Amount> of(Collection<Long> units, Collection<Period> periods, Collection<String> indicators);

    /** One figure of one unit over these very days. */
    record Key(long unit, String indicator, String variant, LocalDate first, LocalDate last) {}

    /** What it was locked as. */
    record Amount(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal target) {}
}
