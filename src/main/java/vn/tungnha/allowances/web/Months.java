package vn.tungnha.allowances.web;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;

/** Which month a page shows: the one asked for, else the latest that is over. */
@Component("allowanceMonths")
@RequiredArgsConstructor
class Months {

    private final ReportCalendar calendar;
    private final ReportPlaces places;

    /**
     * The month and its neighbours, as links.
     *
     * @param later null when that has not begun
     */
    record Nav(
            String title,
            String days,
            String earlier,
            @Nullable String later) {}

    ReportPeriod of(@Nullable String period, UnitView unit) {
        return of(period, unit.id()).until(unit.validTo());
    }

    /** @throws RuleBroken for a quarter or a year: money is paid by the month */
    ReportPeriod of(@Nullable String period, long unit) {
        if (period == null || period.isBlank()) {
            return calendar.lastOver(unit);
        }
        Period named = ReportPlaces.named(period);
        if (named.grain() != Period.Grain.MONTH) {
            throw RuleBroken.at("period", "allowances.error.month");
        }
        return calendar.of(named, unit);
    }

    /** @param address without the period, with a question mark in it */
    Nav nav(ReportPeriod period, String address, Words words) {
        Period named = period.named();
        String title = words.month(named.last());
        return new Nav(
                title.substring(0, 1).toUpperCase(words.locale()) + title.substring(1),
                words.say("days", words.vn().day(period.first()), words.vn().day(period.last())),
                address + "&period=" + named.previous().code(),
                named.next().first().isAfter(places.today())
                        ? null
                        : address + "&period=" + named.next().code());
    }

    LocalDate today() {
        return places.today();
    }

    /** The unit in an address: of an ended one with its last day, as its code may mean another by now. */
    String code(UnitView unit) {
        return unit.validTo().isBefore(places.today()) ? unit.code() + "@" + unit.validTo() : unit.code();
    }

    String url(String path, UnitView unit, ReportPeriod period) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("unit", code(unit))
                .queryParam("period", period.code())
                .build()
                .toUriString();
    }
}
