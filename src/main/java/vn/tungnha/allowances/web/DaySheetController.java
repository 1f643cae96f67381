package vn.tungnha.allowances.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.tungnha.allowances.AllowanceSheets;
import vn.tungnha.allowances.DayConfirmation;
import vn.tungnha.allowances.DayConfirmations;
import vn.tungnha.allowances.DutyMarks;
import vn.tungnha.allowances.Mark;
import vn.tungnha.allowances.MarkCommand;
import vn.tungnha.allowances.MonthSheet;
import vn.tungnha.allowances.PayLine;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** A team's days of a month, and what each of them rests on. */
@Controller
@RequestMapping("/allowances/teams/{id}")
@RequiredArgsConstructor
class DaySheetController {

    private final AllowanceSheets sheets;
    private final DutyMarks marks;
    private final DayConfirmations confirmations;
    private final DayPages pages;
    private final Months months;
    private final Units units;
    private final MessageSource messages;

    @GetMapping
    @Allowed(
            value = {Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "team:id",
            data = Data.PEOPLE)
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        ReportPeriod month = month(id, period);
        UnitView ward = units.get(sheets.wardOf(id, month.last()), month.last());
        MonthSheet sheet = sheets.of(ward, month, true, user);
        String base = "/allowances/teams/" + id;
        String name = sheet.now().teams().stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("team", id))
                .name();
        DayConfirmation confirmed =
                confirmations.of(List.of(id), month.code(), sheet.now()).get(id);
        model.addAttribute("title", words.say("sheet.title", name));
        model.addAttribute("lead", ward.fullName());
        model.addAttribute("back", months.url("/allowances", ward, month));
        model.addAttribute("nav", months.nav(month, base + "?", words));
        model.addAttribute(
                "grid",
                DayGrid.of(sheet.now().of(id), month, base, sheet.frozen() == null ? null : locked(sheet, id), words));
        model.addAttribute("locked", sheet.frozen() != null);
        model.addAttribute("query", "unit=" + months.code(ward) + "&period=" + month.code() + "&team=" + id);
        model.addAttribute(
                "total", words.money(sheet.of(id).mapToLong(PayLine::amount).sum()));
        model.addAttribute("confirmed", confirmed(confirmed, words));
        model.addAttribute("level", confirmed == null ? "none" : confirmed.current() ? "good" : "near");
        return "allowances/team";
    }

    @GetMapping("/day")
    @Allowed(
            value = {Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "team:id",
            data = Data.PEOPLE)
    String day(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            CurrentUser user,
            Locale locale,
            Model model) {
        if (member == null || day == null) {
            return "redirect:/allowances/teams/" + id;
        }
        Words words = new Words(messages, locale);
        ReportPeriod month = monthOf(id, day);
        UnitView ward = units.get(sheets.wardOf(id, month.last()), month.last());
        MonthSheet sheet = sheets.of(ward, month, false, user);
        boolean writes = user.has(Role.WARD_OFFICER, Role.WARD_LEADER);
        model.addAttribute(
                "page",
                pages.page(
                        sheet.now(),
                        member,
                        day,
                        "/allowances/teams/" + id + "?period=" + month.code(),
                        writes,
                        words));
        model.addAttribute("locked", sheet.frozen() != null);
        model.addAttribute("kinds", pages.kinds(words));
        return "allowances/day";
    }

    @PostMapping("/marks")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "team:id",
            data = Data.PEOPLE)
    String mark(
            @PathVariable long id,
            @RequestParam UUID member,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam Mark.Kind kind,
            @RequestParam(required = false) @Nullable String duty,
            @RequestParam(defaultValue = "false") boolean planned,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            UUID mark = marks.say(new MarkCommand(id, member, day, kind, duty, planned, programme, reason), user);
            after.addFlashAttribute("flash", words.say("marked." + kind));
            after.addFlashAttribute("flashUndo", "/allowances/teams/" + id + "/marks/" + mark + "/end");
            return "redirect:/allowances/teams/" + id + "/day?member=" + member + "&day=" + day;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("problemKind", kind.name());
            model.addAttribute("reason", reason);
            return day(id, member, day, user, locale, model);
        }
    }

    @PostMapping("/marks/{mark}/end")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER},
            place = "team:id",
            data = Data.PEOPLE)
    String end(
            @PathVariable long id, @PathVariable UUID mark, CurrentUser user, Locale locale, RedirectAttributes after) {
        Mark said = marks.get(mark, user);
        if (said.team() != id) {
            throw new NotFound("mark", mark);
        }
        marks.end(mark, user);
        after.addFlashAttribute("flash", new Words(messages, locale).say("mark.taken-back"));
        return "redirect:/allowances/teams/" + id + "/day?member=" + said.member() + "&day=" + said.day();
    }

    static String confirmed(@Nullable DayConfirmation confirmed, Words words) {
        return confirmed == null
                ? words.say("confirmed.not")
                : words.say(
                        confirmed.current() ? "confirmed.by" : "confirmed.by.changed",
                        confirmed.by() == null ? "" : confirmed.by(),
                        words.vn().moment(confirmed.at()));
    }

    private static Map<UUID, Integer> locked(MonthSheet sheet, long team) {
        Map<UUID, Integer> days = new HashMap<>();
        sheet.of(team).filter(it -> !it.isDifference()).forEach(it -> {
            if (it.member() != null) {
                days.merge(it.member(), it.days(), Math::max);
            }
        });
        return days;
    }

    private ReportPeriod month(long team, @Nullable String period) {
        return months.of(period, sheets.wardOf(team, months.today()));
    }

    /** The month in whose sheet a day stands: where a province cuts in the middle, not always the calendar's. */
    private ReportPeriod monthOf(long team, LocalDate day) {
        long ward = sheets.wardOf(team, day);
        ReportPeriod month = months.of(Period.of(Period.Grain.MONTH, day).code(), ward);
        return day.isAfter(month.last()) ? months.of(month.named().next().code(), ward) : month;
    }
}
