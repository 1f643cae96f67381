package vn.tungnha.visits.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import vn.tungnha.visits.Cards;
import vn.tungnha.visits.Catalogue;

/** Which pages the phone keeps, and what stands in each while it knows nobody. */
@Component
@RequiredArgsConstructor
class PhoneShells {

    static final List<String> NAMES = List.of(
            "today",
            "household",
            "visit",
            "newcomer",
            "desks",
            "desk",
            "search",
            "outbox",
            "cards",
            "card",
            "settings",
            "away");

    private final Catalogue catalogue;
    private final Cards cards;
    private final MessageSource messages;

    static String template(String name) {
        return switch (name) {
            case "visit" -> "visits/field/visit-form";
            case "desks", "desk" -> "visits/paper/" + name;
            default -> "visits/field/" + name;
        };
    }

    Map<String, @Nullable Object> model(String name, Locale locale) {
        Words words = new Words(messages, locale);
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        model.put("phoneShell", name);
        // what one page was given stays with the request when several are written in a row
        model.put("page", null);
        switch (name) {
            case "today" -> model.put("page", Prototypes.today(catalogue, words));
            case "household" -> {
                model.put("page", Prototypes.household());
                model.put("skips", TodayPage.skips(catalogue, words));
            }
            case "visit" -> model.put("page", Prototypes.visit(catalogue, words));
            case "newcomer" -> model.putAll(Prototypes.newcomer(words));
            case "desks" -> model.putAll(Prototypes.desks(catalogue, words));
            case "desk" -> model.put("page", DeskPage.prototype(catalogue, words));
            case "search" -> model.putAll(Prototypes.search());
            case "outbox" -> {
                Model told = new ExtendedModelMap();
                OutboxController.addWords(told, catalogue, locale);
                model.putAll(told.asMap());
            }
            case "cards" -> {
                model.put("cards", cards(locale));
                model.put("back", "/field");
            }
            case "card" -> {
                model.put("cards", cards(locale));
                model.put("title", "");
                model.put("back", "/field/cards");
            }
            case "settings" -> model.put("page", PhoneSettingsController.Page.prototype());
            default -> {
                // says the same to everybody
            }
        }
        return model;
    }

    private List<CardController.CardPage> cards(Locale locale) {
        return cards.all().stream()
                .map(card -> CardController.CardPage.of(card, locale))
                .toList();
    }
}
