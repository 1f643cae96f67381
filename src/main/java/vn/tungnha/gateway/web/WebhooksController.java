package vn.tungnha.gateway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.tungnha.gateway.WebhookEvent;
import vn.tungnha.gateway.Webhooks;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitNotInForce;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Receivers of closed periods, and the log of what was told to each. */
@Controller
@RequestMapping("/webhooks")
@Allowed({Role.ADMIN, Role.PROVINCE_OFFICER})
@RequiredArgsConstructor
class WebhooksController {

    private static final int ON_A_PAGE = 25;

    private final Webhooks webhooks;
    private final WebhookWords words;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    String list(CurrentUser user, Locale locale, Model model) {
        model.addAttribute("form", WebhookForm.empty());
        return page(user, new Texts(messages, locale), model);
    }

    @PostMapping
    String create(
            @ModelAttribute("form") WebhookForm form,
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
                    Webhooks.Made made = webhooks.create(form.name(), form.url(), unit(form.unit()), form.told(), user);
                    flash.addFlashAttribute("secret", made.secret());
                    return "redirect:/webhooks/" + made.id();
                },
                () -> page(user, new Texts(messages, locale), model));
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        Texts texts = new Texts(messages, locale);
        model.addAttribute("webhook", words.card(webhooks.get(id, user), texts));
        var deliveries = webhooks.deliveries(id, user, new Paging(p, ON_A_PAGE));
        PageOf<WebhookWords.Delivery> lines = deliveries.map(it -> words.delivery(it, texts));
        model.addAttribute("deliveries", lines.items());
        model.addAttribute("pages", Pages.of(lines, "/webhooks/" + id, texts.vn()));
        return "gateway/webhook";
    }

    @PostMapping("/{id}/ping")
    String ping(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        webhooks.ping(id, user);
        return back(id, "webhooks.pinged", locale, flash);
    }

    @PostMapping("/{id}/switch")
    String switchTo(
            @PathVariable UUID id,
            @RequestParam boolean enabled,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        webhooks.switchTo(id, enabled, user);
        return back(id, enabled ? "webhooks.on" : "webhooks.off", locale, flash);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        webhooks.end(id, user);
        flash.addFlashAttribute("flash", new Texts(messages, locale).say("webhooks.ended"));
        return "redirect:/webhooks";
    }

    @PostMapping("/{id}/deliveries/{delivery}/resend")
    String resend(
            @PathVariable UUID id,
            @PathVariable UUID delivery,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        webhooks.resend(id, delivery, user);
        return back(id, "webhooks.resent", locale, flash);
    }

    private String back(UUID id, String said, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", new Texts(messages, locale).say(said));
        return "redirect:/webhooks/" + id;
    }

    private String page(CurrentUser user, Texts texts, Model model) {
        model.addAttribute(
                "webhooks",
                webhooks.list(user).stream().map(it -> words.card(it, texts)).toList());
        model.addAttribute("places", places(user, texts));
        model.addAttribute(
                "told",
                Stream.of(WebhookEvent.PERIOD_LOCKED, WebhookEvent.PERIOD_RELOCKED, WebhookEvent.PERIOD_CHANGED)
                        .map(it -> new Choice(it.name(), texts.say("webhooks.event." + it)))
                        .toList());
        return "gateway/webhooks";
    }

    private List<Choice> places(CurrentUser user, Texts texts) {
        List<Choice> places = new ArrayList<>();
        if (user.scope().everything()) {
            places.add(new Choice("", texts.say("webhooks.everywhere")));
        }
        units.all(user.scope().roots(Data.FIGURES), Days.today(clock)).values().stream()
                .sorted(Comparator.comparing(UnitView::code))
                .map(it -> new Choice(it.code(), it.fullName()))
                .forEach(places::add);
        return places;
    }

    private @Nullable Long unit(@Nullable String code) {
        LocalDate today = Days.today(clock);
        try {
            return code == null || code.isBlank()
                    ? null
                    : units.require(code, today).id();
        } catch (UnitNotInForce e) {
            throw RuleBroken.at("unit", "gateway.webhooks.error.unit");
        }
    }
}
