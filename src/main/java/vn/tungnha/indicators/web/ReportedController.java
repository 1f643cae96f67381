package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.indicators.ReportedCommand;
import vn.tungnha.indicators.ReportedValues;
import vn.tungnha.indicators.ReportedView;
import vn.tungnha.indicators.ReportedWarning;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;

/** The monthly entry form of a ward. */
@Controller
@RequestMapping("/indicators/reported")
@RequiredArgsConstructor
@Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
class ReportedController {

    private static final String VIEW = "indicators/reported";

    private final ReportedPages pages;
    private final ReportedValues reported;
    private final Definitions definitions;
    private final ShownUnit shown;
    private final MessageSource messages;

    @GetMapping
    String form(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            Model model) {
        Period days = shown.period(period);
        UnitView place = place(unit, days, user);
        model.addAttribute("page", pages.page(place, days, Map.of(), List.of(), null, shown.today(), user, locale));
        return VIEW;
    }

    @PostMapping
    ModelAndView save(
            @RequestParam Map<String, String> typed, CurrentUser user, Locale locale, RedirectAttributes flash) {
        Period days = shown.period(typed.get("period"));
        UnitView place = place(typed.get("unit"), days, user);
        try {
            ReportedCommand command = command(place, days, typed, reported.of(place.id(), days, user));
            reported.requireSense(command);
            List<ReportedWarning> warnings = reported.warnings(command, user);
            if (!warnings.isEmpty() && !typed.containsKey("confirmed")) {
                RuleBroken confirm = RuleBroken.at("confirmed", "indicators.error.confirm");
                return again(place, days, typed, warnings, confirm, user, locale);
            }
            int stored = reported.save(command, user);
            flash.addFlashAttribute("flash", new FigureWords(messages, locale).text("reported.saved", stored));
        } catch (RuleBroken broken) {
            return again(place, days, typed, List.of(), broken, user, locale);
        }
        ModelAndView redirect = new ModelAndView("redirect:/indicators/reported");
        redirect.addObject("unit", PageAddress.code(place));
        redirect.addObject("period", days.code());
        return redirect;
    }

    private ModelAndView again(
            UnitView place,
            Period days,
            Map<String, String> typed,
            List<ReportedWarning> warnings,
            RuleBroken broken,
            CurrentUser user,
            Locale locale) {
        ModelAndView view = new ModelAndView(VIEW);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("page", pages.page(place, days, typed, warnings, broken, shown.today(), user, locale));
        return view;
    }

    private UnitView place(@Nullable String code, Period days, CurrentUser user) {
        LocalDate today = shown.today();
        UnitView place = shown.unit(code, days.last().isAfter(today) ? today : days.last(), user);
        if (place == null) {
            throw new NotFound("unit", String.valueOf(code));
        }
        return place;
    }

    /**
     * What was touched; the rest keeps its own source and day unless they are meant for all.
     *
     * @throws RuleBroken when somebody else changed a value meanwhile that was changed here too
     */
    private ReportedCommand command(
            UnitView place, Period days, Map<String, String> typed, Map<String, ReportedView> stored) {
        boolean all = typed.containsKey(ReportedPages.RESTATED);
        Map<String, MeasureView> measures = definitions.measures();
        Map<String, Optional<BigDecimal>> values = new HashMap<>();
        typed.forEach((field, text) -> {
            if (field.startsWith(ReportedPages.FIELD)) {
                String code = field.substring(ReportedPages.FIELD.length());
                MeasureView measure = measures.get(code);
                String name = measure == null ? code : measure.nameVi();
                BigDecimal amount = Typed.number("values." + code, text, name);
                String seen = typed.get(ReportedPages.STORED + code);
                BigDecimal before = seen == null ? null : Typed.number("values." + code, seen, name);
                if (all || seen == null || !same(amount, before)) {
                    ReportedView now = stored.get(code);
                    if (seen != null && !same(before, now == null ? null : now.amount())) {
                        throw RuleBroken.at("values." + code, "indicators.error.meanwhile", name);
                    }
                    values.put(code, Optional.ofNullable(amount));
                }
            }
        });
        return new ReportedCommand(
                place.id(), days, typed.getOrDefault("source", ""), day(typed.get("capturedOn")), values);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw RuleBroken.at("capturedOn", "indicators.error.day");
        }
    }
}
