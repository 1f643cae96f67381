package vn.tungnha.allowances;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.units.UnitView;

/**
 * A ward's sheet of a month.
 *
 * @param frozen as it was locked; null while the month is open
 * @param now as it stands
 * @param differences of an open month: what locked months should have paid more or less; of a locked one: what it should
 * @param asLocked whether the lines are those of the lock
 * @param lines what the sheet says
 */
public record MonthSheet(
        UnitView ward,
        ReportPeriod period,
        @Nullable FrozenSheet frozen,
        Reckoned now,
        List<PayLine> differences,
        boolean asLocked,
        List<PayLine> lines,
        List<AllowanceRule> rules) {

    public long amount() {
        return lines.stream().mapToLong(PayLine::amount).sum();
    }

    public Stream<PayLine> of(long team) {
        return lines.stream().filter(it -> it.team() == team);
    }
}
