package vn.tungnha.markets.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.StatedFigure;
import vn.tungnha.indicators.StatedFigures;
import vn.tungnha.markets.MarketTerms;
import vn.tungnha.markets.MarketView;
import vn.tungnha.markets.Markets;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;

/** Puts the list of markets into words. */
@Component
@RequiredArgsConstructor
class MarketsListing {

    private static final int PAGE = 50;
    private static final List<String> PUBLISHED = List.of("CASHLESS_STREET_ACCOUNTS");

    private final Markets markets;
    private final MarketTerms terms;
    private final StatedFigures stated;
    private final MessageSource messages;

    /** One market as a line of the list. */
    record Row(
            String id,
            String url,
            String name,
            String kind,
            String address,
            String place,
            String percent,
            String fraction,
            String asked,
            String ways,
            boolean closed) {}

    /** A figure that was printed. */
    record Published(String title, String words, String source) {}

    /** The list, ready to be shown. */
    record Page(String summary, String q, List<Row> rows, Pages pages, List<Published> published) {}

    Page page(@Nullable String q, int p, CurrentUser user, Locale locale) {
        MarketWords words = new MarketWords(messages, locale);
        PageOf<MarketView> found = markets.list(q, user, new Paging(p, PAGE));
        Map<UUID, Map<String, Integer>> byWay =
                markets.byWay(found.items().stream().map(MarketView::id).toList());
        String address = q == null
                ? "/markets"
                : UriComponentsBuilder.fromPath("/markets")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(q)
                        .toUriString();
        return new Page(
                words.say("markets.summary", words.vn().number(found.total())),
                q == null ? "" : q,
                found.items().stream()
                        .map(market -> row(market, byWay.getOrDefault(market.id(), Map.of()), words))
                        .toList(),
                Pages.of(found, address, words.vn()),
                stated.of(PUBLISHED).stream()
                        .map(figure -> published(figure, words))
                        .toList());
    }

    private Row row(MarketView market, Map<String, Integer> byWay, MarketWords words) {
        Vn vn = words.vn();
        return new Row(
                market.id().toString(),
                "/markets/" + market.id(),
                market.name(),
                market.kindName(words.locale()),
                market.address(),
                market.commune() == null ? market.village() : market.village() + " · " + market.commune(),
                vn.percent(MarketWords.rate(market.cashless(), market.stalls())),
                market.stalls() == 0 ? Vn.NONE : vn.fraction(market.cashless(), market.stalls()),
                words.say("markets.asked", vn.number(market.stalls() - market.asked())),
                ways(byWay, words),
                !market.open());
    }

    /** "Mã QR 31 · Máy quẹt thẻ 4". */
    String ways(Map<String, Integer> byWay, MarketWords words) {
        return terms.all(MarketTerms.Part.WAY).stream()
                .filter(way -> byWay.containsKey(way.code()))
                .map(way -> way.name(words.locale()) + " " + words.vn().number(byWay.get(way.code())))
                .collect(Collectors.joining(" · "));
    }

    private static Published published(StatedFigure figure, MarketWords words) {
        return new Published(
                figure.unit() + ", "
                        + words.say("markets.published.until", words.vn().day(figure.lastDay())),
                figure.statedAs(),
                figure.source());
    }
}
