package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.Card;
import vn.tungnha.visits.CatalogueRow;
import vn.tungnha.visits.CatalogueRow.Kind;

/** One list of the catalogue as a table. */
record CatalogueList(String slug, String title, @Nullable String addUrl, List<Line> lines) {

    /** @param icon null where the list has no pictures; {@code about} what a row knows besides its name */
    record Line(
            String url, @Nullable String icon, String name, String other, String code, String about, boolean enabled) {}

    static CatalogueList of(Kind kind, List<CatalogueRow> rows, Words words) {
        String home = "/admin/catalogue/" + kind.slug();
        return new CatalogueList(
                kind.slug(),
                words.say("visits.catalogue." + kind.slug()),
                kind.extensible() ? home + "/new" : null,
                rows.stream().map(row -> line(row, home, words)).toList());
    }

    static List<Line> cards(List<Card> cards, Words words) {
        boolean english = "en".equals(words.locale().getLanguage());
        return cards.stream()
                .map(card -> new Line(
                        "/admin/catalogue/cards/" + card.code(),
                        null,
                        card.title(words.locale()),
                        english ? card.titleVi() : card.titleEn(),
                        card.code(),
                        words.say("visits.cards.count", card.steps().size()),
                        card.enabled()))
                .toList();
    }

    private static Line line(CatalogueRow row, String home, Words words) {
        String icon = row.icon();
        boolean english = "en".equals(words.locale().getLanguage());
        return new Line(
                home + "/" + row.code(),
                icon == null ? null : Icons.account(icon),
                name(row, words),
                english ? row.nameVi() : row.nameEn(),
                row.code(),
                about(row, words),
                row.enabled());
    }

    private static String about(CatalogueRow row, Words words) {
        List<String> about = new ArrayList<>();
        Integer age = row.minAge();
        if (age != null && age > 0) {
            about.add(words.say("visits.catalogue.from", age));
        }
        if (row.pillar() != null) {
            about.add(words.say("visits.pillar." + row.pillar()));
        }
        if (row.onForm()) {
            about.add(words.say("visits.catalogue.at-once"));
        }
        return String.join(" · ", about);
    }

    static String name(CatalogueRow row, Words words) {
        return "en".equals(words.locale().getLanguage()) ? row.nameEn() : row.nameVi();
    }
}
