package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.door.Warning;
import vn.tungnha.door.Warnings;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Warnings of cheats, as officials write them. */
@Controller
@RequestMapping("/warnings")
@Allowed({Role.WARD_OFFICER, Role.WARD_LEADER, Role.PROVINCE_OFFICER, Role.ADMIN})
@RequiredArgsConstructor
class WarningsController {

    private static final int MOST = 200;

    private final Warnings warnings;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    /** A line of the list. */
    record Line(String id, String title, String place, String day, String source, boolean shown) {}

    @GetMapping
    String list(CurrentUser user, Locale locale, Model model) {
        DoorWords words = new DoorWords(messages, locale);
        model.addAttribute(
                "rows",
                warnings.list(user, MOST).stream()
                        .map(warning -> new Line(
                                warning.id().toString(),
                                warning.title(),
                                warning.place() == null ? words.say("door.warnings.everybody") : warning.place(),
                                words.vn().day(warning.issuedOn()),
                                warning.source(),
                                warning.withdrawnOn() == null))
                        .toList());
        return "door/warning-list";
    }

    @GetMapping("/new")
    String blank(CurrentUser user, Locale locale, Model model) {
        List<Choice> places = places(user, locale);
        model.addAttribute(
                "form",
                WarningForm.blank(
                        places.isEmpty() || places.get(0).value().isEmpty()
                                ? null
                                : Long.valueOf(places.get(0).value()),
                        Days.today(clock)));
        return form(null, user, locale, model);
    }

    @PostMapping
    String add(
            @ModelAttribute("form") WarningForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        LocalDate today = Days.today(clock);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    warnings.add(form.warning(form.id() == null ? UUID.randomUUID() : form.id(), today), user);
                    return said("door.done.warned", locale, flash);
                },
                () -> form(null, user, locale, model));
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "warning:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        Warning warning = warnings.get(id, user);
        model.addAttribute("form", WarningForm.of(warning));
        return form(warning, user, locale, model);
    }

    @PostMapping("/{id}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "warning:id")
    String save(
            @PathVariable UUID id,
            @ModelAttribute("form") WarningForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Warning warning = warnings.get(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    warnings.edit(form.warning(id, Days.today(clock)), user);
                    return said("door.done.saved", locale, flash);
                },
                () -> form(warning, user, locale, model));
    }

    /** @param shown whether it is shown from now on */
    @PostMapping("/{id}/showing")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "warning:id")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean shown,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        warnings.withdraw(id, !shown, user);
        return said(shown ? "door.done.restored" : "door.done.withdrawn", locale, flash);
    }

    private String form(@Nullable Warning warning, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("warning", warning);
        model.addAttribute("places", places(user, locale));
        return "door/warning-form";
    }

    private List<Choice> places(CurrentUser user, Locale locale) {
        List<Choice> places = new ArrayList<>();
        if (user.scope().everything()) {
            places.add(new Choice("", new DoorWords(messages, locale).say("door.warnings.everybody")));
        }
        Set<Long> roots = user.scope().roots(Data.FIGURES);
        units.all(roots, Days.today(clock)).values().stream()
                .sorted(Comparator.comparing(UnitView::code))
                .forEach(unit -> places.add(new Choice(String.valueOf(unit.id()), unit.fullName())));
        return places;
    }

    private String said(String key, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", new DoorWords(messages, locale).say(key));
        return "redirect:/warnings";
    }
}
