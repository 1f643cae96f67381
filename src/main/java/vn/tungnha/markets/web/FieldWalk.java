package vn.tungnha.markets.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.markets.MarketView;
import vn.tungnha.markets.Markets;
import vn.tungnha.markets.StallMap;
import vn.tungnha.markets.StallVisits;
import vn.tungnha.shared.Vn;

/** The walk along a market's stalls: what is done, and which comes next. */
@Component
@RequiredArgsConstructor
class FieldWalk {

    private final Markets markets;
    private final StallMap map;
    private final StallVisits visits;
    private final MessageSource messages;

    /** A market as a line of the list. */
    record Entry(String url, String name, String note) {}

    /** A stall as a line of the walk. */
    record Step(String elementId, String url, String number, String level, String state, boolean seen) {}

    /** A row of stalls. */
    record Row(String name, String note, List<Step> steps) {}

    /** @param round how far the walk is; null = none is going on. @param next null = all are done */
    record Page(
            UUID id,
            String name,
            String place,
            String figure,
            @Nullable String round,
            int seen,
            int stalls,
            List<Row> rows,
            @Nullable String next) {}

    Entry entry(MarketView market, MarketWords words) {
        Vn vn = words.vn();
        String note = visits.round(market.id())
                .map(round -> words.say(
                        "markets.round.left", vn.number(market.stalls() - round.seen()), vn.number(market.stalls())))
                .orElseGet(() -> words.say("markets.entry", vn.number(market.cashless()), vn.number(market.stalls())));
        return new Entry("/field/markets/" + market.id(), market.name(), note);
    }

    Page page(UUID id, Locale locale) {
        MarketWords words = new MarketWords(messages, locale);
        Vn vn = words.vn();
        MarketView market = markets.get(id);
        Optional<StallVisits.Round> round = visits.round(id);
        List<StallMap.Line> lines = map.of(id);
        return new Page(
                id,
                market.name(),
                market.village(),
                words.say("markets.entry", vn.number(market.cashless()), vn.number(market.stalls())),
                round.map(it -> words.say(
                                "markets.round.so-far",
                                vn.day(it.startedOn()),
                                vn.number(it.seen()),
                                vn.number(market.stalls())))
                        .orElse(null),
                round.map(StallVisits.Round::seen).orElse(0),
                market.stalls(),
                lines.stream().map(line -> row(line, words)).toList(),
                lines.stream()
                        .flatMap(line -> line.cells().stream())
                        .filter(cell -> !cell.seen())
                        .findFirst()
                        .map(cell -> "/field/stalls/" + cell.id())
                        .orElse(null));
    }

    /** After one stall the next that nobody has come by at, from there on and then from the beginning; else the market. */
    String next(UUID market, UUID after) {
        List<StallMap.Cell> cells =
                map.of(market).stream().flatMap(line -> line.cells().stream()).toList();
        int here = 0;
        while (here < cells.size() && !cells.get(here).id().equals(after)) {
            here++;
        }
        boolean walking = visits.round(market).isPresent();
        for (int step = 1; step < cells.size(); step++) {
            int at = here + step;
            if (at >= cells.size() && !walking) {
                break;
            }
            StallMap.Cell cell = cells.get(at % cells.size());
            if (!cell.seen() && !cell.id().equals(after)) {
                return "/field/stalls/" + cell.id();
            }
        }
        return "/field/markets/" + market;
    }

    private static Row row(StallMap.Line line, MarketWords words) {
        return new Row(
                words.line(line.line()),
                words.say(
                        "markets.line.seen",
                        words.vn()
                                .number(line.cells().stream()
                                        .filter(StallMap.Cell::seen)
                                        .count()),
                        words.vn().number(line.cells().size())),
                line.cells().stream()
                        .map(cell -> new Step(
                                "stall-" + cell.id(),
                                "/field/stalls/" + cell.id(),
                                cell.number(),
                                MarketPages.level(cell.state()),
                                words.say("markets.state." + cell.state()),
                                cell.seen()))
                        .toList());
    }
}
