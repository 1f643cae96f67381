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
import vn.tungnha.markets.Markets;
import vn.tungnha.markets.StallView;
import vn.tungnha.markets.Stalls;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;

/** The stalls of a market as they are taken away, with the heads under which the same file is read in again. */
@Component
@RequiredArgsConstructor
class StallsDesk implements DeskList<CurrentUser> {

    private static final int PIECE = 500;

    private final Stalls stalls;
    private final Markets markets;
    private final StallPages pages;
    private final MessageSource messages;

    @Override
    public String code() {
        return "stalls";
    }

    @Override
    public String pattern() {
        return "/markets/{id}/stalls";
    }

    @Override
    public List<String> roles() {
        return List.of("WARD_OFFICER", "WARD_LEADER", "TEAM_LEADER", "TEAM_MEMBER", "ADMIN");
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.wanted("market", "markets.market"),
                DeskColumn.fixed("line", "markets.line"),
                DeskColumn.fixed("number", "markets.number"),
                DeskColumn.shown("goods", "markets.goods"),
                DeskColumn.shown("trader", "markets.trader"),
                DeskColumn.shown("phone", "markets.phone"),
                DeskColumn.shown("ways", "markets.ways"),
                DeskColumn.shown("visited", "markets.visited"));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        UUID market = market(asked);
        String name = markets.get(market).name();
        Stalls.Show show = asked.choice("show", Stalls.Show.class);
        PageOf<StallView> found;
        int page = 0;
        do {
            found = stalls.list(
                    market,
                    asked.text("line"),
                    show == null ? Stalls.Show.ALL : show,
                    asked.text("q"),
                    user,
                    new Paging(page++, PIECE));
            for (StallView stall : found.items()) {
                if (!goesOn.test(row(stall, name, locale))) {
                    return;
                }
            }
        } while (page < found.pages());
    }

    private static UUID market(Asked asked) {
        String id = String.valueOf(asked.text("id"));
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound("market", id);
        }
    }

    private DeskRow row(StallView stall, String market, Locale locale) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("market", market);
        cells.put("line", stall.line());
        cells.put("number", stall.number());
        cells.put("goods", stall.goods());
        cells.put("trader", stall.trader());
        cells.put("phone", stall.phoneLast3() == null ? null : "••• " + stall.phoneLast3());
        cells.put("ways", stall.askedOn() == null ? null : ways(stall, locale));
        cells.put("visited", stall.visitedOn());
        return new DeskRow(stall.id().toString(), cells);
    }

    private String ways(StallView stall, Locale locale) {
        String ways = pages.ways(stall, locale);
        return ways.isEmpty() ? messages.getMessage("markets.nothing", null, locale) : ways;
    }
}
