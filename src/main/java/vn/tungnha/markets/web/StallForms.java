package vn.tungnha.markets.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.markets.Markets;
import vn.tungnha.markets.StallView;
import vn.tungnha.markets.Stalls;
import vn.tungnha.shared.Choice;

/** The form of a stall, for the desk or for the phone of whoever walks along. */
@Component
@RequiredArgsConstructor
class StallForms {

    private final Stalls stalls;
    private final Markets markets;
    private final MessageSource messages;

    /** Members of teams have phones; whoever has an office too works at a desk. */
    static boolean onPhone(CurrentUser user) {
        return !user.has(Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN);
    }

    /** @param stall null = a new one */
    String show(UUID market, @Nullable StallView stall, CurrentUser user, Locale locale, Model model) {
        MarketWords words = new MarketWords(messages, locale);
        model.addAttribute("market", markets.get(market));
        model.addAttribute("stall", stall);
        model.addAttribute(
                "phoneHint",
                stall == null || stall.phoneLast3() == null
                        ? words.say("markets.phone.hint")
                        : words.say("markets.phone.keep", words.masked(stall.phoneLast3())));
        List<Choice> households = new ArrayList<>(List.of(new Choice("", words.say("markets.household.none"))));
        stalls.traders(market)
                .forEach(trader -> households.add(new Choice(trader.id().toString(), trader.name())));
        model.addAttribute("households", households);
        return onPhone(user) ? "markets/field-stall-form" : "markets/stall-form";
    }
}
