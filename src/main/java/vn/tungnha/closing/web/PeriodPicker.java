package vn.tungnha.closing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.shared.Segment;
import vn.tungnha.units.UnitView;

/**
 * The switches of a page of reports, as links that need no script.
 *
 * @param here code of the period that is shown
 * @param later null when that has not begun
 */
record PeriodPicker(
        List<Segment> grains,
        String title,
        String days,
        String here,
        String earlier,
        @Nullable String later) {

    static PeriodPicker of(String path, String unit, ReportPeriod period, LocalDate today, Words words) {
        Period named = period.named();
        Period next = named.next();
        return new PeriodPicker(
                List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR).stream()
                        .map(grain -> new Segment(
                                words.say("grain." + grain.name().toLowerCase(Locale.ROOT)),
                                url(path, unit, Period.of(grain, named.first().isAfter(today) ? today : named.first())),
                                grain == named.grain()))
                        .toList(),
                words.title(named),
                words.days(period),
                named.code(),
                url(path, unit, named.previous()),
                next.first().isAfter(today.plusMonths(1)) ? null : url(path, unit, next));
    }

    /** The unit in an address: of an ended one with its last day, as its code may mean another by now. */
    static String code(UnitView unit, LocalDate today) {
        return unit.validTo().isBefore(today) ? unit.code() + "@" + unit.validTo() : unit.code();
    }

    static String url(String path, String unit, Period named) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("unit", unit)
                .queryParam("period", named.code())
                .build()
                .toUriString();
    }
}
