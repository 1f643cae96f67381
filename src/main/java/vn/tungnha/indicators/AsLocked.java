package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.LockedAmounts.Amount;
import vn.tungnha.indicators.LockedAmounts.Key;
import vn.tungnha.shared.Period;

/** Puts what a unit has locked in the place of what is reckoned now; everywhere else figures stay as they are. */
@Component
@RequiredArgsConstructor
class AsLocked {

    private final Optional<LockedAmounts> locks;

    List<IndicatorValue> over(FigureQuery query, Set<Period> periods, List<IndicatorValue> values) {
        if (!query.structure().locked() || query.units().isEmpty() || locks.isEmpty()) {
            return values;
        }
        Set<String> indicators = values.stream().map(IndicatorValue::indicator).collect(Collectors.toSet());
        Map<Key, Amount> locked = locks.get().of(query.units(), periods, indicators);
        return locked.isEmpty()
                ? values
                : values.stream().map(it -> over(it, locked)).toList();
    }

    private static IndicatorValue over(IndicatorValue now, Map<Key, Amount> locked) {
        Amount amount = now.ofTeam() ? null : locked.get(key(now, now.period()));
        IndicatorValue compared = now.compared(
                value(now, now.period().previous(), now.previous(), locked),
                value(now, now.period().sameLastYear(), now.sameLastYear(), locked));
        return amount == null ? compared : compared.as(amount);
    }

    private static @Nullable BigDecimal value(
            IndicatorValue now, Period period, @Nullable BigDecimal reckoned, Map<Key, Amount> locked) {
        Amount amount = now.ofTeam() ? null : locked.get(key(now, period));
        return amount == null ? reckoned : amount.value();
    }

    private static Key key(IndicatorValue it, Period period) {
        return new Key(it.place(), it.indicator(), it.variant().code(), period.first(), period.last());
    }
}
