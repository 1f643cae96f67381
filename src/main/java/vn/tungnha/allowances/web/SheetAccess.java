package vn.tungnha.allowances.web;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.allowances.AllowanceSheets;
import vn.tungnha.allowances.AllowanceTotals;
import vn.tungnha.allowances.MonthSheet;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.PeopleRead;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.units.UnitView;

/** Who sees a ward's sheet with names, and who its sums only. */
@Component
@RequiredArgsConstructor
class SheetAccess {

    private final AllowanceSheets sheets;
    private final AllowanceTotals totals;
    private final ScopeGuard guard;
    private final PeopleRead read;

    boolean seesPeople(UnitView ward, CurrentUser user) {
        return guard.covers(user.scope(), Data.PEOPLE, ward.id());
    }

    /** For a page that names nobody to whoever may not see it. */
    MonthSheet sheet(UnitView ward, ReportPeriod month, String shown, CurrentUser user) {
        return seesPeople(ward, user) ? named(ward, month, shown, user) : totals.ofWard(ward, month, user);
    }

    /** With names. */
    MonthSheet named(UnitView ward, ReportPeriod month, String shown, CurrentUser user) {
        read.tell(user, "/allowances");
        return sheets.of(ward, month, !shown.equals("now"), user);
    }
}
