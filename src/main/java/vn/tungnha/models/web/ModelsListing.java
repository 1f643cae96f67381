package vn.tungnha.models.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.StatedFigures;
import vn.tungnha.models.ModelKinds;
import vn.tungnha.models.ModelView;
import vn.tungnha.models.Models;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;

/** Puts the list of models into words. */
@Component
@RequiredArgsConstructor
class ModelsListing {

    private static final int PAGE = 50;

    private final Models models;
    private final ModelKinds kinds;
    private final StatedFigures stated;
    private final MessageSource messages;

    /** One model as a line of the list. */
    record Row(
            String id,
            String url,
            String name,
            String kind,
            String owner,
            String unit,
            String founded,
            boolean digital,
            boolean ended,
            String review) {}

    /** The list, ready to be shown. */
    record Page(
            String summary,
            String q,
            String kind,
            boolean digital,
            List<Choice> kinds,
            List<Row> rows,
            Pages pages,
            List<ModelWords.Published> published) {}

    Page page(Models.Query query, int p, CurrentUser user, Locale locale) {
        ModelWords words = new ModelWords(messages, locale);
        Vn vn = words.vn();
        PageOf<ModelView> found = models.list(query, user, new Paging(p, PAGE));
        Models.Count count = models.count(user);
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", words.say("models.kind.any"))));
        kinds.all().forEach(kind -> choices.add(new Choice(kind.code(), kind.name(locale))));
        return new Page(
                words.say("models.summary", vn.number(count.running()), vn.number(count.digital())),
                query.q() == null ? "" : query.q(),
                query.kind() == null ? "" : query.kind(),
                query.digital(),
                choices,
                found.items().stream().map(model -> row(model, words)).toList(),
                Pages.of(found, address(query), vn),
                stated.of(List.of("COMMUNITY_MODELS")).stream()
                        .map(words::published)
                        .toList());
    }

    private static String address(Models.Query query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/models");
        List<Object> values = new ArrayList<>();
        if (query.q() != null) {
            address.queryParam("q", "{q}");
            values.add(query.q());
        }
        if (query.kind() != null) {
            address.queryParam("kind", "{kind}");
            values.add(query.kind());
        }
        if (query.digital()) {
            address.queryParam("digital", true);
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static Row row(ModelView model, ModelWords words) {
        return new Row(
                model.id().toString(),
                "/models/" + model.id(),
                model.name(),
                model.kindName(words.locale()),
                model.owner(),
                model.unit(),
                words.vn().day(model.foundedOn()),
                model.digital(),
                !model.runs(),
                review(model, words));
    }

    static String review(ModelView model, ModelWords words) {
        String judged = model.reviewWords();
        return model.reviewYear() == null || judged == null
                ? Vn.NONE
                : words.say("models.review.short", String.valueOf(model.reviewYear()), judged);
    }
}
