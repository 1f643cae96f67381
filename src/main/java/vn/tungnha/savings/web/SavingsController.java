package vn.tungnha.savings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.savings.Audience;
import vn.tungnha.savings.SavingView;
import vn.tungnha.savings.Savings;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** "3 hơn": procedures handled faster, and the days they saved. */
@Controller
@RequestMapping("/savings")
@RequiredArgsConstructor
class SavingsController {

    private final Savings savings;
    private final SavingsListing listing;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    @Allowed
    String list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("page", listing.page(year, q.isBlank() ? null : q.strip(), p, user, locale));
        model.addAttribute(
                "writes", user.has(Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER));
        return "savings/list";
    }

    @GetMapping("/new")
    @Registrars
    String blank(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", SavingForm.blank(Days.today(clock).getYear()));
        return form(null, user, locale, model);
    }

    @PostMapping
    @Registrars
    String add(
            @ModelAttribute("form") SavingForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UUID id = form.id() == null ? UUID.randomUUID() : form.id();
        return FormRules.answer(
                errors,
                response,
                () -> {
                    savings.add(id, form.command(), user);
                    return said("savings.saved.flash", locale, flash);
                },
                () -> form(null, user, locale, model));
    }

    @GetMapping("/{id}/edit")
    @Registrars(place = "saving:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        SavingView line = savings.get(id);
        model.addAttribute("form", SavingForm.of(line));
        return form(line, user, locale, model);
    }

    @PostMapping("/{id}")
    @Registrars(place = "saving:id")
    String save(
            @PathVariable UUID id,
            @ModelAttribute("form") SavingForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return FormRules.answer(
                errors,
                response,
                () -> {
                    savings.edit(id, FormRules.seen(form.version()), form.command(), user);
                    return said("savings.saved.flash", locale, flash);
                },
                () -> form(savings.get(id), user, locale, model));
    }

    @PostMapping("/{id}/removal")
    @Registrars(place = "saving:id")
    String remove(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        savings.remove(id, user);
        flash.addFlashAttribute("removed", id);
        return said("savings.removed", locale, flash);
    }

    @PostMapping("/{id}/restoration")
    @Registrars(place = "saving:id")
    String restore(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        savings.restore(id, user);
        return said("savings.saved.flash", locale, flash);
    }

    private String form(@Nullable SavingView line, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("line", line);
        model.addAttribute("units", places(line, user, locale));
        model.addAttribute(
                "audiences",
                Arrays.stream(Audience.values())
                        .map(audience -> new Choice(
                                audience.name(), messages.getMessage("savings.audience." + audience, null, locale)))
                        .toList());
        return "savings/form";
    }

    /** One's own places, and the communes under them. */
    private List<Choice> places(@Nullable SavingView line, CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        Map<Long, String> names = new LinkedHashMap<>();
        if (line != null) {
            names.put(line.unitId(), line.unit());
        }
        for (UnitView root : units.all(user.scope().roots(Data.FIGURES), today).values()) {
            names.put(root.id(), root.fullName());
            if (root.level() != UnitLevel.COMMUNE) {
                units.under(root.id(), UnitLevel.COMMUNE, today).forEach(unit -> names.put(unit.id(), unit.fullName()));
            }
        }
        List<Choice> choices =
                new ArrayList<>(List.of(new Choice("", messages.getMessage("savings.unit.choose", null, locale))));
        names.forEach((id, name) -> choices.add(new Choice(String.valueOf(id), name)));
        return choices;
    }

    private String said(String key, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", messages.getMessage(key, null, locale));
        return "redirect:/savings";
    }
}
