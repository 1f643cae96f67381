package vn.tungnha.allowances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Sums without names, for levels above and for the public. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class AllowanceTotals {

    /** Of more wards than an area has only the locked sheets are added up: reckoning a province's open months takes too long. */
    private static final int RECKONED = 12;

    private final AllowanceSheets sheets;
    private final FrozenSheets frozen;
    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    /** A ward's month as it was locked, else as it stands; nobody is named by those who show it. */
    public MonthSheet ofWard(UnitView ward, ReportPeriod period, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, ward.id());
        return sheets.sheet(ward, period, true, null);
    }

    public List<WardTotal> above(UnitView unit, ReportPeriod period, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, unit.id());
        LocalDate today = Days.today(clock);
        LocalDate on = period.last().isAfter(today) ? today : period.last();
        List<UnitView> wards = units.under(unit.id(), UnitLevel.COMMUNE, on);
        Map<Long, FrozenSheet> locked = frozen
                .of(wards.stream().map(UnitView::id).toList(), period.code())
                .stream()
                .collect(Collectors.toMap(FrozenSheet::unit, Function.identity(), (one, later) -> later));
        boolean few = wards.size() <= RECKONED;
        return wards.stream()
                .map(it -> total(it, locked.get(it.id()), few, period))
                .toList();
    }

    private WardTotal total(UnitView ward, @Nullable FrozenSheet locked, boolean reckoned, ReportPeriod period) {
        if (locked != null) {
            return new WardTotal(ward, true, locked.teams(), locked.amount());
        }
        if (!reckoned) {
            return new WardTotal(ward, false, null, null);
        }
        MonthSheet sheet = sheets.sheet(ward, period, false, null);
        return new WardTotal(ward, false, sheet.now().teams().size(), sheet.amount());
    }
}
