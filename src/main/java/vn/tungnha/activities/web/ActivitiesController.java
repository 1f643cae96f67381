package vn.tungnha.activities.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
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
import vn.tungnha.activities.Activities;
import vn.tungnha.activities.ActivityKinds;
import vn.tungnha.activities.ActivityLog;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.activities.Campaigns;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;

/** The calendar of activities, and planning one. */
@Controller
@RequestMapping("/activities")
@RequiredArgsConstructor
class ActivitiesController {

    private final Activities activities;
    private final ActivityLog log;
    private final ActivityKinds kinds;
    private final Campaigns campaigns;
    private final ActivityForms forms;
    private final ActivityPages pages;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    @Allowed
    String calendar(
            @RequestParam(defaultValue = "LIST") CalendarPage.View view,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String kind,
            CurrentUser user,
            Locale locale,
            Model model) {
        LocalDate today = Days.today(clock);
        LocalDate at = day == null ? today : day;
        ActivityWords words = new ActivityWords(messages, locale);
        CalendarPage.Span span = CalendarPage.Span.of(view, at);
        String known = kinds.all().stream().anyMatch(it -> it.code().equals(kind)) ? kind : null;
        model.addAttribute(
                "page",
                CalendarPage.of(
                        view,
                        at,
                        today,
                        log.between(span.first(), span.last(), known, user),
                        "/activities",
                        "/activities/",
                        known == null ? "" : "&kind=" + known,
                        words));
        model.addAttribute("day", at);
        model.addAttribute("kind", known);
        model.addAttribute("kinds", pages.kinds(words));
        model.addAttribute("campaigns", pages.running(campaigns.running(today, user), words));
        model.addAttribute("mayPlan", ActivityPages.mayPlan(user));
        model.addAttribute("mayCampaign", ActivityPages.mayPlan(user));
        return "activities/list";
    }

    @GetMapping("/new")
    @Organisers(place = "unit:unit")
    String blank(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable UUID campaign,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute(
                "plan", ActivityForm.blank(kind, forms.only(user), campaign, day == null ? Days.today(clock) : day));
        return forms.show(null, unit, user, locale, model);
    }

    @PostMapping
    @Organisers
    String plan(
            @Valid @ModelAttribute("plan") ActivityForm form,
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
                    activities.plan(id, form.command(), user);
                    flash.addFlashAttribute("flash", new ActivityWords(messages, locale).say("activities.planned"));
                    return pages.back(id, user);
                },
                () -> forms.show(null, null, user, locale, model));
    }

    @GetMapping("/{id}")
    @Allowed(place = "activity:id")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            CurrentUser user,
            Locale locale,
            Model model) {
        return pages.show(id, q, user, locale, model);
    }

    @GetMapping("/{id}/edit")
    @Organisers(place = "activity:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        ActivityView activity = pages.run(id, user);
        model.addAttribute("plan", ActivityForm.of(activity));
        return forms.show(activity, null, user, locale, model);
    }

    @PostMapping("/{id}")
    @Organisers(place = "activity:id")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("plan") ActivityForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ActivityView activity = pages.run(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    activities.edit(id, FormRules.seen(form.version()), form.command(), user);
                    flash.addFlashAttribute("flash", new ActivityWords(messages, locale).say("activities.saved"));
                    return pages.back(id, user);
                },
                () -> forms.show(activity, null, user, locale, model));
    }
}
