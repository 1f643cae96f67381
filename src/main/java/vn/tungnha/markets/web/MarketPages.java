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
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.markets.MarketTerm;
import vn.tungnha.markets.MarketTerms;
import vn.tungnha.markets.MarketView;
import vn.tungnha.markets.Markets;
import vn.tungnha.markets.StallMap;
import vn.tungnha.markets.StallMap.State;
import vn.tungnha.markets.StallVisits;
import vn.tungnha.shared.Vn;

/** Puts one market into words: how far it is without cash, and its map. */
@Component
@RequiredArgsConstructor
class MarketPages {

    private final Markets markets;
    private final MarketTerms terms;
    private final StallMap map;
    private final StallVisits visits;
    private final ScopeGuard guard;
    private final MessageSource messages;

    /** One way and how many stalls have it. @param share in whole per cent, for the width of its bar */
    record Way(String name, String count, String percent, int share, boolean cashless) {}

    /** One stall of the map. @param url null where the reader may not open it */
    record Cell(
            String number,
            String level,
            String words,
            @Nullable String url,
            boolean seen) {}

    /** A row of the map. */
    record Line(String name, String note, List<Cell> cells) {}

    /** A market, ready to be shown. @param round how far the walk that is going on is; null = none is */
    record Page(
            UUID id,
            int version,
            String name,
            String kind,
            String address,
            String place,
            String since,
            @Nullable String closed,
            String percent,
            String fraction,
            String sentence,
            @Nullable String notAsked,
            List<Way> ways,
            List<Line> lines,
            @Nullable String round,
            boolean opens,
            boolean runs) {}

    Page page(UUID id, CurrentUser user, Locale locale) {
        MarketWords words = new MarketWords(messages, locale);
        Vn vn = words.vn();
        MarketView market = markets.get(id);
        boolean opens = user.has(Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN)
                && guard.covers(user.scope(), Data.PEOPLE, market.villageId());
        int unknown = market.stalls() - market.asked();
        return new Page(
                id,
                market.version(),
                market.name(),
                market.kindName(locale),
                market.address(),
                market.commune() == null ? market.village() : market.village() + " · " + market.commune(),
                words.say("markets.since", vn.day(market.openedOn())),
                market.open() ? null : words.say("markets.closed.on", vn.day(market.closedOn())),
                vn.percent(MarketWords.rate(market.cashless(), market.stalls())),
                market.stalls() == 0 ? Vn.NONE : vn.fraction(market.cashless(), market.stalls()),
                words.say(
                        "markets.sentence", vn.number(market.cashless()), vn.number(market.stalls()), cashless(locale)),
                unknown == 0 ? null : words.say("markets.not-asked", vn.number(unknown)),
                ways(market, words),
                map.of(id).stream().map(line -> line(line, opens, words)).toList(),
                visits.round(id)
                        .map(round -> words.say(
                                "markets.round.so-far",
                                vn.day(round.startedOn()),
                                vn.number(round.seen()),
                                vn.number(market.stalls())))
                        .orElse(null),
                opens,
                user.has(Role.WARD_OFFICER, Role.WARD_LEADER));
    }

    /** "mã QR, máy quẹt thẻ": which ways the figure counts. */
    private String cashless(Locale locale) {
        return terms.all(MarketTerms.Part.WAY).stream()
                .filter(MarketTerm::cashless)
                .map(way -> uncapitalised(way.name(locale)))
                .collect(Collectors.joining(", "));
    }

    /** "Máy quẹt thẻ" within a sentence; "QR code" keeps its capitals. */
    private static String uncapitalised(String name) {
        boolean shortened = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return shortened ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private List<Way> ways(MarketView market, MarketWords words) {
        Map<String, Integer> counts = markets.byWay(List.of(market.id())).getOrDefault(market.id(), Map.of());
        return terms.all(MarketTerms.Part.WAY).stream()
                .filter(way -> way.enabled() || counts.containsKey(way.code()))
                .map(way -> {
                    int count = counts.getOrDefault(way.code(), 0);
                    var rate = MarketWords.rate(count, market.stalls());
                    return new Way(
                            way.name(words.locale()),
                            words.vn().fraction(count, market.stalls()),
                            words.vn().percent(rate),
                            rate == null ? 0 : rate.intValue(),
                            way.cashless());
                })
                .toList();
    }

    private static Line line(StallMap.Line line, boolean opens, MarketWords words) {
        return new Line(
                words.line(line.line()),
                words.say(
                        "markets.line.note",
                        words.vn().number(line.of(State.CASHLESS)),
                        words.vn().number(line.cells().size())),
                line.cells().stream()
                        .map(cell -> new Cell(
                                cell.number(),
                                level(cell.state()),
                                words.say("markets.state." + cell.state()),
                                opens ? "/stalls/" + cell.id() : null,
                                cell.seen()))
                        .toList());
    }

    /** Name of the mark that goes with a state: a sign and a word beside the colour. */
    static String level(State state) {
        return switch (state) {
            case CASHLESS -> "good";
            case CASH_ONLY -> "bad";
            case NOT_ASKED -> "none";
        };
    }
}
