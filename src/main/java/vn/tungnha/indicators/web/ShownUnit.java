package vn.tungnha.indicators.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Which unit and period a page shows: what was asked for, else the reader's own place and the current month. */
@Component
@RequiredArgsConstructor
class ShownUnit {

    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    Period period(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return Period.month(YearMonth.from(Days.today(clock)));
        }
        return Period.parse(asked.strip())
                .or(() -> days(asked.strip()))
                .orElseThrow(() -> RuleBroken.at("period", "indicators.error.period"));
    }

    /** A run of days as the dashboards write it. */
    private static Optional<Period> days(String text) {
        String[] ends = text.split("/", 2);
        try {
            LocalDate first = LocalDate.parse(ends[0]);
            LocalDate last = LocalDate.parse(ends[ends.length - 1]);
            boolean sane =
                    ends.length == 2 && !first.isAfter(last) && first.getYear() >= 1900 && last.getYear() <= 9999;
            return sane ? Optional.of(Period.between(first, last)) : Optional.empty();
        } catch (DateTimeException notDays) {
            return Optional.empty();
        }
    }

    /** Null only for those without a place of their own (administrators) who asked for none. */
    @Nullable
    UnitView unit(@Nullable String asked, LocalDate on, CurrentUser user) {
        if (asked == null || asked.isBlank()) {
            return units.all(user.scope().roots(Data.FIGURES), on).values().stream()
                    .min(Comparator.comparing(UnitView::level).thenComparing(UnitView::code))
                    .orElse(null);
        }
        ValueRequest request = ValueRequest.of(asked.strip(), null, null, null, null, on, Days.today(clock));
        UnitView unit = units.require(request.code(), request.codeDay());
        guard.require(user.scope(), Data.FIGURES, unit.id());
        return unit;
    }

    /** Units above one, as far as the reader may see. */
    List<UnitView> above(UnitView unit, LocalDate on, CurrentUser user) {
        return units.ancestors(unit.id(), on).stream()
                .filter(it -> guard.covers(user.scope(), Data.FIGURES, it.id()))
                .toList();
    }

    LocalDate today() {
        return Days.today(clock);
    }
}
