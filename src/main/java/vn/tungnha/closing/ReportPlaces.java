package vn.tungnha.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Which unit and period a page of reports shows: what was asked for, else the reader's own place and what is due. */
@Component
@RequiredArgsConstructor
public class ReportPlaces {

    private final Units units;
    private final ScopeGuard guard;
    private final ReportCalendar calendar;
    private final Clock clock;

    /** Empty only for those without a place of their own (administrators) who asked for none. */
    public Optional<UnitView> unit(@Nullable String asked, @Nullable String period, CurrentUser user) {
        return unitIn(asked, period == null || period.isBlank() ? null : named(period), user);
    }

    /** @param period null = today */
    public Optional<UnitView> unitIn(@Nullable String asked, @Nullable Period period, CurrentUser user) {
        LocalDate today = Days.today(clock);
        LocalDate on = period == null ? today : earlier(period.last(), today);
        if (asked == null || asked.isBlank()) {
            Collection<UnitView> own =
                    units.all(user.scope().roots(Data.FIGURES), today).values();
            Set<Long> ended = user.scope().ended();
            // of a ward that was merged its officers keep the villages; their page of reports is still the ward's
            boolean left = !ended.isEmpty() && own.stream().allMatch(it -> it.level() == UnitLevel.VILLAGE);
            return (left ? units.all(ended, today).values() : own)
                    .stream()
                            .min(Comparator.comparing(
                                            (UnitView it) -> it.validTo().isBefore(today))
                                    .thenComparing(UnitView::level)
                                    .thenComparing(UnitView::code));
        }
        UnitRef ref = UnitRef.parse(asked.strip());
        UnitView unit = units.require(ref.code(), ref.dayOr(on));
        guard.require(user.scope(), Data.FIGURES, unit.id());
        return Optional.of(unit);
    }

    /** Whether somebody may act there in one of these roles. */
    public boolean acts(UnitView unit, CurrentUser user, Role... roles) {
        return guard.covers(user.as(roles).scope(), Data.FIGURES, unit.id());
    }

    /** Of a unit that ended within it the days it had. */
    public ReportPeriod period(@Nullable String asked, UnitView unit) {
        ReportPeriod whole =
                asked == null || asked.isBlank() ? calendar.current(unit.id()) : calendar.of(named(asked), unit.id());
        return whole.until(unit.validTo());
    }

    /** Whether these are only the days a unit had before it ended within the period. */
    public boolean cut(UnitView unit, ReportPeriod period) {
        return unit.validTo().equals(period.last())
                && calendar.of(period.named(), unit.id()).last().isAfter(period.last());
    }

    public static Period named(String code) {
        return Period.parse(code.strip()).orElseThrow(() -> RuleBroken.at("period", "closing.error.period"));
    }

    public LocalDate today() {
        return Days.today(clock);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
