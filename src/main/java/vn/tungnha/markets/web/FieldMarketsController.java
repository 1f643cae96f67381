package vn.tungnha.markets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.markets.MarketView;
import vn.tungnha.markets.Markets;
import vn.tungnha.markets.StallOutcome;
import vn.tungnha.markets.StallView;
import vn.tungnha.markets.StallVisits;
import vn.tungnha.markets.Stalls;
import vn.tungnha.markets.WayToken;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/** Markets on the phone: stall after stall, what each has, in a few taps. */
@Controller
@RequestMapping("/field")
@RequiredArgsConstructor
class FieldMarketsController {

    private static final Paging MARKETS = new Paging(0, 100);

    private final Markets markets;
    private final Stalls stalls;
    private final StallVisits visits;
    private final FieldWalk walk;
    private final StallPages pages;
    private final MessageSource messages;

    @GetMapping("/markets")
    @Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
    String list(CurrentUser user, Locale locale, Model model) {
        MarketWords words = new MarketWords(messages, locale);
        PageOf<MarketView> found = markets.list(null, user, MARKETS);
        model.addAttribute(
                "markets",
                found.items().stream()
                        .filter(MarketView::open)
                        .map(market -> walk.entry(market, words))
                        .toList());
        return "markets/field-list";
    }

    @GetMapping("/markets/{id}")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "market:id",
            data = Data.PEOPLE)
    String market(@PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("page", walk.page(id, locale));
        model.addAttribute("round", UUID.randomUUID());
        return "markets/field-market";
    }

    @PostMapping("/markets/{id}/rounds")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "market:id",
            data = Data.PEOPLE)
    String start(
            @PathVariable("id") UUID market,
            @RequestParam(required = false) @Nullable UUID round,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        visits.start(round == null ? UUID.randomUUID() : round, market, user);
        flash.addFlashAttribute("flash", new MarketWords(messages, locale).say("markets.round.started"));
        return "redirect:/field/markets/" + market;
    }

    @GetMapping("/stalls/{id}")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "stall:id",
            data = Data.PEOPLE)
    String stall(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", pages.page(id, user, locale));
        model.addAttribute("visit", UUID.randomUUID());
        model.addAttribute("outcome", StallOutcome.MET.name());
        return "markets/field-stall";
    }

    /** Saved, and on to the next stall that nobody has come by at. */
    @PostMapping("/stalls/{id}")
    @Allowed(
            value = {Role.TEAM_LEADER, Role.TEAM_MEMBER},
            place = "stall:id",
            data = Data.PEOPLE)
    String visit(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID visit,
            @RequestParam(defaultValue = "MET") StallOutcome outcome,
            @RequestParam(required = false) @Nullable List<String> ways,
            @RequestParam(defaultValue = "") String note,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        MarketWords words = new MarketWords(messages, locale);
        Set<WayToken> had = StallsController.tokens(ways);
        StallView stall = stalls.get(id, user);
        try {
            visits.record(visit == null ? UUID.randomUUID() : visit, id, outcome, had, note, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("page", pages.page(stall, had, user, locale));
            model.addAttribute("visit", visit);
            model.addAttribute("outcome", outcome.name());
            model.addAttribute("note", note);
            return "markets/field-stall";
        }
        flash.addFlashAttribute("flash", words.say("markets.visit.saved", stall.name()));
        flash.addFlashAttribute("flashLink", "/field/stalls/" + id);
        return "redirect:" + walk.next(stall.marketId(), id);
    }
}
