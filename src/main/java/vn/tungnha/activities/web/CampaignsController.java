package vn.tungnha.activities.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.LinkedHashMap;
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
import vn.tungnha.activities.CampaignView;
import vn.tungnha.activities.Campaigns;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** Campaigns: planned, shared out among the teams, watched and closed. */
@Controller
@RequestMapping("/activities/campaigns")
@RequiredArgsConstructor
class CampaignsController {

    private final Campaigns campaigns;
    private final CampaignPages pages;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    @Allowed
    String list(CurrentUser user, Locale locale, Model model) {
        return pages.list(user, locale, model);
    }

    @GetMapping("/new")
    @Organisers
    String blank(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("drive", CampaignForm.blank(null, Days.today(clock)));
        return pages.form(null, user, locale, model);
    }

    @PostMapping
    @Organisers
    String create(
            @Valid @ModelAttribute("drive") CampaignForm form,
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
                    campaigns.create(id, form.command(), user);
                    return said(id, "activities.campaign.created", locale, flash);
                },
                () -> pages.form(null, user, locale, model));
    }

    @GetMapping("/{id}")
    @Allowed(place = "campaign:id")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        return pages.show(id, p, user, locale, model);
    }

    @GetMapping("/{id}/summary")
    @Allowed(place = "campaign:id")
    String summary(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        return pages.summary(id, user, locale, model);
    }

    @GetMapping("/{id}/edit")
    @Organisers(place = "campaign:id")
    String edit(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        CampaignView campaign = pages.run(id, user);
        model.addAttribute("drive", CampaignForm.of(campaign));
        return pages.form(campaign, user, locale, model);
    }

    @PostMapping("/{id}")
    @Organisers(place = "campaign:id")
    String save(
            @PathVariable UUID id,
            @Valid @ModelAttribute("drive") CampaignForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        CampaignView campaign = pages.run(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    campaigns.edit(id, FormRules.seen(form.version()), form.command(), user);
                    return said(id, "activities.saved", locale, flash);
                },
                () -> pages.form(campaign, user, locale, model));
    }

    /** @param sent {@code quota.33=12} for each team of the page; empty = none */
    @PostMapping("/{id}/quotas")
    @Organisers(place = "campaign:id")
    String share(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "false") boolean evenly,
            @RequestParam(defaultValue = "0") int p,
            @RequestParam Map<String, String> sent,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        model.addAttribute("sent", sent);
        return changed(
                id,
                p,
                () -> {
                    if (evenly) {
                        campaigns.shareEvenly(id, version, user);
                    } else {
                        campaigns.share(id, version, quotas(sent), user);
                    }
                },
                "activities.campaign.shared",
                user,
                locale,
                model,
                flash,
                response);
    }

    @PostMapping("/{id}/closing")
    @Organisers(place = "campaign:id")
    String close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String summary,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        model.addAttribute("typed", summary);
        return changed(
                id,
                0,
                () -> campaigns.close(id, version, summary, user),
                "activities.campaign.closed",
                user,
                locale,
                model,
                flash,
                response);
    }

    private String changed(
            UUID id,
            int p,
            Runnable change,
            String said,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            change.run();
            return said(id, said, locale, flash) + (p == 0 ? "" : "?p=" + p);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", new ActivityWords(messages, locale).why(broken));
            return pages.show(id, p, user, locale, model);
        }
    }

    private String said(UUID id, String key, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", new ActivityWords(messages, locale).say(key));
        return "redirect:/activities/campaigns/" + id;
    }

    private static Map<Long, @Nullable Long> quotas(Map<String, String> sent) {
        Map<Long, @Nullable Long> quotas = new LinkedHashMap<>();
        sent.forEach((name, typed) -> {
            if (name.matches("quota\\.\\d{1,18}")) {
                quotas.put(
                        Long.valueOf(name.substring("quota.".length())),
                        number(typed.strip().replace(".", "")));
            }
        });
        return quotas;
    }

    private static @Nullable Long number(String typed) {
        try {
            return typed.isEmpty() ? null : Long.valueOf(typed);
        } catch (NumberFormatException unreadable) {
            throw RuleBroken.at("quotas", "activities.error.number", 0, 100_000_000);
        }
    }
}
