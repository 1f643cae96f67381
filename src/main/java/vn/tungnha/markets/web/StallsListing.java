package vn.tungnha.markets.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.markets.Markets;
import vn.tungnha.markets.StallView;
import vn.tungnha.markets.Stalls;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;

/** Puts the list of a market's stalls into words. */
@Component
@RequiredArgsConstructor
class StallsListing {

    private static final int PAGE = 50;

    private final Markets markets;
    private final Stalls stalls;
    private final StallPages pages;
    private final MessageSource messages;

    /** What the address of the list says. */
    record Filter(
            @Nullable String line,
            Stalls.Show show,
            @Nullable String q,
            int p) {

        static Filter of(@Nullable String line, Stalls.@Nullable Show show, @Nullable String q, int p) {
            return new Filter(
                    line == null || line.isEmpty() ? null : line,
                    show == null ? Stalls.Show.ALL : show,
                    q == null || q.isBlank() ? null : q.strip(),
                    p);
        }

        String address(UUID market) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/markets/" + market + "/stalls");
            List<Object> values = new ArrayList<>();
            if (q != null) {
                address.queryParam("q", "{q}");
                values.add(q);
            }
            if (line != null) {
                address.queryParam("line", "{line}");
                values.add(line);
            }
            if (show != Stalls.Show.ALL) {
                address.queryParam("show", show);
            }
            return address.encode().buildAndExpand(values.toArray()).toUriString();
        }
    }

    /** One stall as a line of the list. */
    record Row(
            String id,
            String elementId,
            String url,
            String number,
            String line,
            String goods,
            String trader,
            String phone,
            String ways,
            String level,
            String state,
            String visited) {}

    /** The list, ready to be shown. */
    record Page(
            UUID market,
            String title,
            String summary,
            String q,
            String line,
            String show,
            List<Choice> lines,
            List<Choice> shows,
            List<Row> rows,
            Pages pages,
            boolean keeps) {}

    Page page(UUID market, Filter filter, CurrentUser user, Locale locale) {
        MarketWords words = new MarketWords(messages, locale);
        Vn vn = words.vn();
        PageOf<StallView> found =
                stalls.list(market, filter.line(), filter.show(), filter.q(), user, new Paging(filter.p(), PAGE));
        List<Choice> lines = new ArrayList<>(List.of(new Choice("", words.say("markets.line.any"))));
        stalls.lines(market).stream()
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(new Choice(line, words.line(line))));
        return new Page(
                market,
                markets.get(market).name(),
                words.say("markets.stalls.summary", vn.number(found.total())),
                filter.q() == null ? "" : filter.q(),
                filter.line() == null ? "" : filter.line(),
                filter.show().name(),
                lines,
                Arrays.stream(Stalls.Show.values())
                        .map(show -> new Choice(show.name(), words.say("markets.show." + show)))
                        .toList(),
                found.items().stream().map(stall -> row(stall, words)).toList(),
                Pages.of(found, filter.address(market), vn),
                user.has(Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN));
    }

    private Row row(StallView stall, MarketWords words) {
        String state = stall.cashless() ? "CASHLESS" : stall.askedOn() == null ? "NOT_ASKED" : "CASH_ONLY";
        return new Row(
                stall.id().toString(),
                "stall-" + stall.id(),
                "/stalls/" + stall.id(),
                stall.number(),
                words.line(stall.line()),
                stall.goods() == null ? Vn.NONE : stall.goods(),
                stall.trader() == null ? Vn.NONE : stall.trader(),
                words.masked(stall.phoneLast3()),
                pages.ways(stall, words.locale()),
                stall.cashless() ? "good" : stall.askedOn() == null ? "none" : "bad",
                words.say("markets.state." + state),
                words.vn().day(stall.visitedOn()));
    }
}
