package vn.tungnha.allowances.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.allowances.AllowanceTotals;
import vn.tungnha.allowances.MonthSheet;
import vn.tungnha.allowances.PlannedDays;
import vn.tungnha.allowances.WardTotal;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** A month's money: of a ward by team, of a place above by ward. */
@Controller
@RequestMapping("/allowances")
@RequiredArgsConstructor
class AllowancesController {

    private static final int PROVINCES = 100;
    private static final int ROWS = 50;

    private final ReportPlaces places;
    private final Months months;
    private final SheetAccess access;
    private final AllowanceTotals totals;
    private final PlannedDays planned;
    private final SheetPages pages;
    private final Units units;
    private final MessageSource messages;

    /** One ward among those of a place above. */
    record Ward(String name, String url, String teams, String amount, String state, String level) {}

    @GetMapping
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    String show(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        Optional<UnitView> place = places.unit(unit, period, user);
        if (place.isEmpty()) {
            model.addAttribute("provinces", provinces());
            return "allowances/provinces";
        }
        ReportPeriod month = months.of(period, place.get());
        if (place.get().level() != UnitLevel.COMMUNE) {
            return above(place.get(), month, user, words, model);
        }
        return ward(place.get(), month, shown, p, user, words, model);
    }

    @PostMapping("/planned-days")
    @Allowed({Role.WARD_OFFICER, Role.WARD_LEADER})
    String plan(
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String document,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        UnitView ward = places.unit(unit, period, user).orElseThrow();
        ReportPeriod month = months.of(period, ward);
        try {
            if (day == null || day.isBefore(month.first()) || day.isAfter(month.last())) {
                throw RuleBroken.at("day", "allowances.error.planned-day", month.first(), month.last());
            }
            planned.add(ward.id(), day, title, document, user);
            after.addFlashAttribute("flash", words.say("plan.added", words.vn().day(day)));
            return "redirect:" + months.url("/allowances", ward, month);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("problemField", "plan-" + broken.getField());
            model.addAttribute("typed", new String[] {day == null ? "" : day.toString(), title, document});
            return ward(ward, month, "", 0, user, words, model);
        }
    }

    @PostMapping("/planned-days/{id}/removal")
    @Allowed({Role.WARD_OFFICER, Role.WARD_LEADER})
    String unplan(
            @PathVariable UUID id,
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        UnitView ward = places.unit(unit, period, user).orElseThrow();
        ReportPeriod month = months.of(period, ward);
        try {
            planned.remove(id, reason, user);
            after.addFlashAttribute("flash", words.say("plan.removed"));
            return "redirect:" + months.url("/allowances", ward, month);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("problemField", "reason-" + id);
            return ward(ward, month, "", 0, user, words, model);
        }
    }

    private String ward(
            UnitView ward, ReportPeriod month, String shown, int p, CurrentUser user, Words words, Model model) {
        boolean people = access.seesPeople(ward, user);
        MonthSheet sheet = access.sheet(ward, month, shown, user);
        model.addAttribute("page", pages.page(sheet, people, new Paging(p, ROWS), user, words));
        return "allowances/ward";
    }

    private String above(UnitView unit, ReportPeriod month, CurrentUser user, Words words, Model model) {
        List<WardTotal> wards = totals.above(unit, month, user);
        long locked = wards.stream().filter(WardTotal::locked).count();
        long amount = wards.stream()
                .mapToLong(it -> it.amount() == null ? 0 : it.amount())
                .sum();
        model.addAttribute("title", words.say("title", words.month(month.named().last())));
        model.addAttribute("lead", unit.fullName());
        model.addAttribute("nav", months.nav(month, "/allowances?unit=" + months.code(unit), words));
        model.addAttribute("query", "unit=" + months.code(unit) + "&period=" + month.code());
        model.addAttribute("total", words.money(amount));
        model.addAttribute("note", words.say("above.note", locked, wards.size()));
        model.addAttribute(
                "wards",
                wards.stream()
                        .map(it -> new Ward(
                                it.ward().fullName(),
                                months.url("/allowances", it.ward(), month),
                                words.vn().number(it.teams()),
                                it.amount() == null ? words.vn().number(null) : words.money(it.amount()),
                                words.say(it.locked() ? "above.locked" : "above.open"),
                                it.locked() ? "good" : "near"))
                        .toList());
        return "allowances/above";
    }

    private List<Choice> provinces() {
        UnitQuery query = UnitQuery.on(places.today()).level(UnitLevel.PROVINCE);
        return units.search(query, new Paging(0, PROVINCES)).items().stream()
                .map(it -> new Choice("/allowances?unit=" + it.code(), it.fullName()))
                .toList();
    }
}
