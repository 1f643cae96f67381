package vn.tungnha.closing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.closing.TeamReports;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** What has come in for a period: a ward sees its teams, a level above its wards. */
@Controller
@RequestMapping("/reports")
@RequiredArgsConstructor
class ReportsController {

    static final int ROWS = 50;

    private final ReportPlaces places;
    private final TeamReports reports;
    private final PeriodLocks locks;
    private final WardReports wards;
    private final ReportsAbove above;
    private final MessageSource messages;

    @GetMapping
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    String list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "ALL") ReportFilter show,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        Optional<UnitView> place = places.unit(unit, period, user);
        if (place.isEmpty()) {
            model.addAttribute("provinces", above.provinces(words));
            return "closing/provinces";
        }
        ReportPeriod days = places.period(period, place.get());
        if (place.get().level() == UnitLevel.COMMUNE) {
            model.addAttribute("page", wards.page(place.get(), days, show, new Paging(p, ROWS), user, words));
            return "closing/ward";
        }
        model.addAttribute("page", above.page(place.get(), days, new Paging(p, ROWS), user, words));
        return "closing/above";
    }

    @PostMapping("/approval")
    @Allowed({Role.WARD_OFFICER, Role.WARD_LEADER})
    String approve(
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable List<Long> teams,
            CurrentUser user,
            Locale locale,
            RedirectAttributes after) {
        Words words = new Words(messages, locale);
        if (places.unit(unit, period, user).isEmpty()) {
            throw new NotFound("unit", unit);
        }
        int approved = reports.approve(teams == null ? List.of() : teams, ReportPlaces.named(period), user);
        after.addFlashAttribute("flash", approved == 0 ? words.say("approved.none") : words.say("approved", approved));
        return "redirect:" + PeriodPicker.url("/reports", unit, ReportPlaces.named(period));
    }

    /**
     * Locks the period, or locks it again with a reason.
     *
     * @param anyway a tick that says to lock although reports of teams are missing or not approved
     */
    @PostMapping("/lock")
    @Allowed(Role.WARD_LEADER)
    String lock(
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam int basedOn,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean anyway,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        UnitView place = places.unit(unit, period, user).orElseThrow();
        ReportPeriod days = places.period(period, place);
        try {
            if (basedOn == 0 && !anyway) {
                requireAll(place, days, words, user);
            }
            int version = locks.lock(place.id(), days, basedOn, reason, user);
            after.addFlashAttribute("flash", words.say("locked", words.period(days.named()), version));
            return "redirect:" + PeriodPicker.url("/reports", unit, days.named());
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("problemField", broken.getField());
            model.addAttribute("reason", reason);
            model.addAttribute("page", wards.page(place, days, ReportFilter.ALL, new Paging(0, ROWS), user, words));
            return "closing/ward";
        }
    }

    private void requireAll(UnitView ward, ReportPeriod period, Words words, CurrentUser user) {
        List<String> open = OpenReports.open(wards.rows(ward, period, user), words);
        if (!open.isEmpty()) {
            throw RuleBroken.at("anyway", "closing.error.not-all", String.join(". ", open));
        }
    }
}
