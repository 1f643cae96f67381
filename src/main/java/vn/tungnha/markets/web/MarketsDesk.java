package vn.tungnha.markets.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.markets.MarketView;
import vn.tungnha.markets.Markets;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;

/** The list of markets as it is taken away. */
@Component
@RequiredArgsConstructor
class MarketsDesk implements DeskList<CurrentUser> {

    private static final int PIECE = 500;

    private final Markets markets;
    private final MarketsListing listing;
    private final MessageSource messages;

    @Override
    public String code() {
        return "markets";
    }

    @Override
    public String pattern() {
        return "/markets";
    }

    @Override
    public List<String> roles() {
        return List.of();
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("name", "markets.name"),
                DeskColumn.shown("kind", "markets.kind"),
                DeskColumn.shown("place", "markets.place"),
                DeskColumn.shown("ways", "markets.ways"),
                DeskColumn.fixed("stalls", "markets.stalls"),
                DeskColumn.fixed("cashless", "markets.cashless"),
                DeskColumn.wanted("asked", "markets.asked.column"));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        MarketWords words = new MarketWords(messages, locale);
        PageOf<MarketView> found;
        int page = 0;
        do {
            found = markets.list(asked.text("q"), user, new Paging(page++, PIECE));
            Map<UUID, Map<String, Integer>> byWay =
                    markets.byWay(found.items().stream().map(MarketView::id).toList());
            for (MarketView market : found.items()) {
                if (!goesOn.test(row(market, byWay.getOrDefault(market.id(), Map.of()), words))) {
                    return;
                }
            }
        } while (page < found.pages());
    }

    private DeskRow row(MarketView market, Map<String, Integer> byWay, MarketWords words) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("name", market.name());
        cells.put("kind", market.kindName(words.locale()));
        cells.put(
                "place",
                market.address() + ", " + market.village() + (market.commune() == null ? "" : ", " + market.commune()));
        cells.put("ways", listing.ways(byWay, words));
        cells.put("stalls", market.stalls());
        cells.put("cashless", market.cashless());
        cells.put("asked", market.asked());
        return new DeskRow(market.id().toString(), cells);
    }
}
