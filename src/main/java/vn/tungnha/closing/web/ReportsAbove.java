package vn.tungnha.closing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.EndedWards;
import vn.tungnha.closing.LockView;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Stat;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Lays out the page of a province, a district or an area. */
@Component
@RequiredArgsConstructor
class ReportsAbove {

    private static final Paging ALL_PROVINCES = new Paging(0, 100);

    private final Units units;
    private final PeriodLocks locks;
    private final EndedWards endings;
    private final ReportPlaces places;

    List<Choice> provinces(Words words) {
        UnitQuery provinces = UnitQuery.on(places.today()).level(UnitLevel.PROVINCE);
        return units.search(provinces, ALL_PROVINCES).items().stream()
                .map(it -> new Choice("/reports?unit=" + it.code(), it.fullName()))
                .toList();
    }

    AbovePage page(UnitView unit, ReportPeriod period, Paging paging, CurrentUser user, Words words) {
        LocalDate today = places.today();
        List<UnitView> wards =
                new ArrayList<>(units.under(unit.id(), UnitLevel.COMMUNE, earlier(period.last(), today)));
        List<UnitView> ended = endings.within(unit.id(), period.first(), earlier(period.last(), today));
        Map<Long, LockView> locked =
                new HashMap<>(locks.latestOf(wards.stream().map(UnitView::id).toList(), period));
        ended.forEach(it -> locked.putAll(locks.latestOf(List.of(it.id()), period.until(it.validTo()))));
        wards.addAll(ended);
        List<UnitView> onPage =
                wards.stream().skip(paging.offset()).limit(paging.size()).toList();
        List<UnitView> open =
                wards.stream().filter(it -> !locked.containsKey(it.id())).toList();
        long late = locked.values().stream().mapToLong(LockView::late).sum();
        Vn vn = words.vn();
        boolean due = today.isAfter(period.wardDue());
        return new AbovePage(
                unit.code(),
                words.say("above.title", words.period(period.named())),
                words.say("above.lead", unit.fullName(), vn.day(period.wardDue())),
                PeriodPicker.of("/reports", unit.code(), period, today, words),
                List.of(
                        new Stat(vn.number(wards.size()), words.say("stat.wards"), null),
                        new Stat(vn.number(locked.size()), words.say("stat.locked"), null),
                        new Stat(vn.number(open.size()), words.say("stat.open"), null),
                        new Stat(vn.number(late), words.say("stat.late"), null)),
                onPage.stream()
                        .map(it -> line(it, locked.get(it.id()), period, due, today, words))
                        .toList(),
                Pages.of(
                        PageOf.of(onPage, paging, wards.size()),
                        PeriodPicker.url("/reports", unit.code(), period.named()),
                        vn),
                due && !open.isEmpty() ? overdue(unit, period, open, words) : null,
                unit.level() == UnitLevel.PROVINCE && places.acts(unit, user, Role.PROVINCE_OFFICER, Role.ADMIN)
                        ? "/reports/calendar?unit=" + unit.code()
                        : null);
    }

    private static AbovePage.Line line(
            UnitView ward, @Nullable LockView lock, ReportPeriod period, boolean due, LocalDate today, Words words) {
        String unit = PeriodPicker.code(ward, today);
        String url = PeriodPicker.url("/reports", unit, period.named());
        if (lock == null) {
            return new AbovePage.Line(
                    ward.fullName(),
                    url,
                    words.say(due ? "ward.overdue" : "ward.open"),
                    due ? "bad" : "none",
                    "",
                    "",
                    "",
                    null);
        }
        return new AbovePage.Line(
                ward.fullName(),
                url,
                words.say("ward.locked"),
                "good",
                words.vn().moment(lock.lockedAt()),
                String.valueOf(lock.version()),
                lock.late() == 0 ? "" : words.vn().number(lock.late()),
                PeriodPicker.url("/reports/locked", unit, period.named()));
    }

    private static String overdue(UnitView unit, ReportPeriod period, List<UnitView> open, Words words) {
        return words.say(
                "overdue.wards",
                words.period(period.named()),
                words.vn().day(period.wardDue()),
                unit.fullName(),
                open.size(),
                open.stream().map(UnitView::name).collect(Collectors.joining(", ")));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
