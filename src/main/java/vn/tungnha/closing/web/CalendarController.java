package vn.tungnha.closing.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.closing.CalendarCommand;
import vn.tungnha.closing.CalendarView;
import vn.tungnha.closing.CutOff;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Where a province cuts its periods, and when they are due. */
@Controller
@RequestMapping("/reports/calendar")
@Allowed({Role.PROVINCE_OFFICER, Role.ADMIN})
@RequiredArgsConstructor
class CalendarController {

    private static final String VIEW = "closing/calendar";

    private final ReportPlaces places;
    private final ReportCalendar calendar;
    private final MessageSource messages;

    @GetMapping
    String show(@RequestParam String unit, CurrentUser user, Locale locale, Model model) {
        UnitView province = province(unit, user);
        List<CalendarView> settings = calendar.history(province.id(), user);
        YearMonth next = YearMonth.from(places.today()).plusMonths(1);
        model.addAttribute(
                "calendar",
                settings.isEmpty()
                        ? new CalendarForm(province.code(), next, CutOff.CALENDAR, 3, 5, null)
                        : new CalendarForm(
                                province.code(),
                                next,
                                settings.get(0).cutOff(),
                                settings.get(0).teamDays(),
                                settings.get(0).wardDays(),
                                null));
        return page(province, user, new Words(messages, locale), model);
    }

    @PostMapping
    String set(
            @Valid @ModelAttribute("calendar") CalendarForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        UnitView province = province(form.unit(), user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    calendar.set(
                            new CalendarCommand(
                                    province.id(),
                                    requireNonNull(form.from()),
                                    requireNonNull(form.cutOff()),
                                    requireNonNull(form.teamDays()),
                                    requireNonNull(form.wardDays()),
                                    Boolean.TRUE.equals(form.sure())),
                            user);
                    after.addFlashAttribute("flash", words.say("calendar.saved"));
                    return "redirect:/reports/calendar?unit=" + province.code();
                },
                () -> {
                    // a form with an unreadable field is no form for the template
                    model.addAttribute("sure", Boolean.TRUE.equals(form.sure()));
                    return page(province, user, words, model);
                });
    }

    private String page(UnitView province, CurrentUser user, Words words, Model model) {
        model.addAttribute("province", province.fullName());
        model.addAttribute("backUrl", "/reports?unit=" + province.code());
        model.addAttribute(
                "cutOffs",
                Arrays.stream(CutOff.values())
                        .map(it -> new Choice(it.name(), words.say("cut-off." + it)))
                        .toList());
        model.addAttribute(
                "settings",
                calendar.history(province.id(), user).stream()
                        .map(it -> new Line(
                                words.vn().day(it.validFrom()),
                                it.validTo().equals(Days.FOREVER)
                                        ? ""
                                        : words.vn().day(it.validTo()),
                                words.say("cut-off." + it.cutOff()),
                                it.teamDays(),
                                it.wardDays()))
                        .toList());
        return VIEW;
    }

    private UnitView province(String code, CurrentUser user) {
        LocalDate today = places.today();
        UnitView unit = places.unit(code, null, user).orElseThrow(() -> new NotFound("unit", code));
        if (unit.level() != UnitLevel.PROVINCE || unit.validTo().isBefore(today)) {
            throw new NotFound("unit", code);
        }
        return unit;
    }

    /** One setting as it is read. */
    record Line(String from, String to, String cutOff, int teamDays, int wardDays) {}
}
