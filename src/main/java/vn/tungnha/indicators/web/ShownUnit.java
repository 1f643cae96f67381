package vn.tungnha.indicators.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Which unit and period a page shows: what was asked for, else the reader's own place and the current month. */
@Component
@RequiredArgsConstructor
class ShownUnit {

    private static final Pattern CODE = Pattern.compile("(?=.*[0-9-])[0-9A-Za-z-]+(@.*)?");
    private static final Pattern NAMED = Pattern.compile(".*\\(([^()]+)\\)");
    private static final int MOST_OFFERED = 300;

    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    /** Whether somebody may act there in one of these roles. */
    boolean acts(UnitView unit, CurrentUser user, Role... roles) {
        return guard.covers(user.as(roles).scope(), Data.FIGURES, unit.id());
    }

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
                    .min(Comparator.comparing((UnitView it) -> it.validTo().isBefore(on))
                            .thenComparing(UnitView::level)
                            .thenComparing(UnitView::code))
                    .orElse(null);
        }
        String code = code(asked.strip(), on, user);
        ValueRequest request = ValueRequest.of(code, null, null, null, null, on, Days.today(clock));
        UnitView unit = units.require(request.code(), request.codeDay());
        guard.require(user.scope(), Data.FIGURES, unit.id());
        return unit;
    }

    /** What the field for another unit shows and offers: the units above, beside and below, as far as the reader may see. */
    Place place(@Nullable UnitView unit, LocalDate on, CurrentUser user) {
        UnitQuery near = unit == null
                ? UnitQuery.on(on).level(UnitLevel.PROVINCE)
                : UnitQuery.on(on).parent(unit.id());
        List<UnitView> offered = new ArrayList<>(unit == null ? List.of() : above(unit, on, user));
        offered.addAll(units.search(near.roots(roots(user)), new Paging(0, MOST_OFFERED))
                .items());
        return new Place(
                unit == null ? "" : named(unit, on),
                offered.stream().map(it -> named(it, on)).toList());
    }

    private static String named(UnitView unit, LocalDate on) {
        boolean there = !on.isBefore(unit.validFrom()) && !on.isAfter(unit.validTo());
        return unit.fullName() + " (" + (there ? unit.code() : PageAddress.code(unit)) + ")";
    }

    /** What people type: a code, a name with its code behind, or a name that only one unit in their scope bears. */
    private String code(String typed, LocalDate on, CurrentUser user) {
        Matcher named = NAMED.matcher(typed);
        String code = named.matches() ? named.group(1) : typed;
        if (CODE.matcher(code).matches()) {
            return code;
        }
        String wanted = SortKeys.fold(typed);
        List<UnitView> found = units.search(UnitQuery.on(on).q(typed).roots(roots(user)), new Paging(0, MOST_OFFERED))
                .items();
        List<UnitView> exact = found.stream()
                .filter(it -> wanted.equals(SortKeys.fold(it.name())) || wanted.equals(SortKeys.fold(it.fullName())))
                .toList();
        List<UnitView> left = exact.isEmpty() ? found : exact;
        if (left.isEmpty()) {
            throw RuleBroken.at("unit", "indicators.error.unit-unknown", typed);
        }
        if (left.size() > 1) {
            String some = left.stream().limit(3).map(it -> named(it, on)).collect(Collectors.joining(", "));
            throw RuleBroken.at("unit", "indicators.error.unit-several", typed, some);
        }
        return left.get(0).code();
    }

    private static @Nullable Set<Long> roots(CurrentUser user) {
        return user.scope().everything() ? null : user.scope().roots(Data.FIGURES);
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

    /** The unit shown, by name and code, and others to choose from. */
    record Place(String text, List<String> offered) {}
}
