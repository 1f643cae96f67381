package vn.tungnha.markets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;

/** Stalls of markets and what they have, for whoever may read residents there. */
@Service
@RequiredArgsConstructor
@Transactional
public class Stalls {

    private static final int LONGEST_PLACE = 20;
    private static final int LONGEST = 120;

    private final StallRows rows;
    private final StallWays ways;
    private final MarketAccess access;
    private final MarketRows markets;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What a list of stalls may be narrowed to. */
    public enum Show {
        ALL,
        CASHLESS,
        CASH_ONLY,
        NOT_ASKED,
        CLOSED
    }

    /** A business household of the register. */
    public record Trader(UUID id, String name) {}

    @Transactional(readOnly = true)
    public StallView get(UUID id, CurrentUser user) {
        access.require(access.marketOf(id), user, Data.PEOPLE);
        return view(id);
    }

    /** In walking order. @param line null = all rows; @param q part of a number, goods or name; null = all */
    @Transactional(readOnly = true)
    public PageOf<StallView> list(
            UUID market, @Nullable String line, Show show, @Nullable String q, CurrentUser user, Paging paging) {
        access.require(market, user, Data.PEOPLE);
        String where = """
                s.market_id = :market and s.search like all(:q) and (cast(:line as text) is null or s.line = :line)
                and (s.closed_on = '9999-12-31') = (:show <> 'CLOSED') and case :show
                    when 'NOT_ASKED' then s.asked_on is null
                    when 'CASHLESS' then s.id in (:cashless)
                    when 'CASH_ONLY' then s.asked_on is not null and s.id not in (:cashless)
                    else true end""".replace("(:cashless)", """
                        (select y.stall_id from stall_way y join pay_way t on t.code = y.way and t.cashless
                         where :today between y.valid_from and y.valid_to)""");
        long total = asked("select count(*) from stall s where " + where, market, line, show, q)
                .query(Long.class)
                .single();
        List<StallView> found = asked(
                        StallRows.SELECT + where + " order by s.sort_key, s.id limit :size offset :offset",
                        market,
                        line,
                        show,
                        q)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(StallRows::view)
                .list();
        return PageOf.of(found, paging, total);
    }

    /** Rows of a market in walking order. */
    @Transactional(readOnly = true)
    public List<String> lines(UUID market) {
        return jdbc.sql("select line from stall where market_id = ? group by line order by min(sort_key)")
                .param(market)
                .query(String.class)
                .list();
    }

    /** What it has had, latest first. */
    @Transactional(readOnly = true)
    public List<StallWay> history(UUID id) {
        return ways.of(id);
    }

    /** The whole number; reading it is told to the trail. */
    public Optional<String> phone(UUID id, CurrentUser user) {
        StallView stall = get(id, user);
        Optional<String> phone = rows.phone(id);
        phone.ifPresent(read -> tell("stall.phone-read", stall, null, null));
        return phone;
    }

    /** @param id made by whoever writes it down, so that sending the form again adds it once */
    public UUID add(UUID id, UUID market, StallCommand told, CurrentUser user) {
        access.require(market, user, Data.PEOPLE);
        Optional<StallView> there = rows.find(id, today());
        if (there.isPresent()) {
            if (!there.get().marketId().equals(market)) {
                throw new NotFound("stall", id);
            }
            return id;
        }
        check(told, market, null);
        rows.add(id, market, told, today(), user.accountId(), clock.instant());
        tell("stall.added", view(id), null, view(id));
        return id;
    }

    /** @throws vn.tungnha.shared.Stale when somebody changed it meanwhile */
    public void edit(UUID id, int version, StallCommand told, CurrentUser user) {
        StallView before = get(id, user);
        check(told, before.marketId(), before.householdId());
        rows.edit(id, version, told);
        tell("stall.edited", before, before, view(id));
    }

    /** From a day on it has these and nothing else. @param day null = today */
    public void put(UUID id, Set<WayToken> told, @Nullable LocalDate day, CurrentUser user) {
        rows.lock(id);
        StallView before = get(id, user);
        LocalDate from = day == null ? today() : day;
        if (from.isAfter(today())) {
            throw RuleBroken.at("day", "markets.error.future");
        }
        if (from.isBefore(before.openedOn())) {
            throw RuleBroken.at("day", "markets.error.before-opening", before.openedOn());
        }
        ways.put(id, told, from, new HashSet<>(before.ways()));
        StallView after = view(id);
        if (!after.ways().equals(before.ways()) || !Objects.equals(after.askedOn(), before.askedOn())) {
            tell("stall.ways", before, texts(before.ways()), texts(after.ways()));
        }
    }

    /** It trades no more; its days until yesterday stay counted. */
    public void close(UUID id, int version, CurrentUser user) {
        StallView before = get(id, user);
        LocalDate yesterday = today().minusDays(1);
        rows.close(id, version, yesterday.isBefore(before.openedOn()) ? before.openedOn() : yesterday);
        tell("stall.closed", before, before, view(id));
    }

    public void reopen(UUID id, int version, CurrentUser user) {
        StallView before = get(id, user);
        rows.close(id, version, Days.FOREVER);
        tell("stall.reopened", before, before, view(id));
    }

    StallView view(UUID id) {
        return rows.find(id, today()).orElseThrow(() -> new NotFound("stall", id));
    }

    private void check(StallCommand told, UUID market, @Nullable UUID before) {
        if (told.number().isBlank()) {
            throw RuleBroken.at("number", "markets.error.missing");
        }
        for (String[] one : new String[][] {{"line", told.line()}, {"number", told.number()}}) {
            if (one[1].strip().length() > LONGEST_PLACE) {
                throw RuleBroken.at(one[0], "markets.error.long", LONGEST_PLACE);
            }
        }
        for (String[] one : new String[][] {{"goods", told.goods()}, {"trader", told.trader()}}) {
            if (one[1] != null && one[1].strip().length() > LONGEST) {
                throw RuleBroken.at(one[0], "markets.error.long", LONGEST);
            }
        }
        if (told.household() != null
                && !told.household().equals(before)
                && traders(market).stream().noneMatch(trader -> trader.id().equals(told.household()))) {
            throw RuleBroken.at("household", "markets.error.household");
        }
    }

    /** Business households of the villages a market lies in: whose stall one may be. */
    @Transactional(readOnly = true)
    public List<Trader> traders(UUID market) {
        return jdbc.sql("""
                        select h.id, concat_ws(' · ', nullif(h.label, ''), nullif(concat_ws(' ', h.number, h.alley), '')) as name
                        from household h
                        where h.kind = 'TRADER' and h.status = 'ACTIVE' and h.village_id = any(:villages)
                        order by h.sort_key limit 500""")
                .param("villages", access.unitsOf(market).toArray(Long[]::new))
                .query(Trader.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(
            String sql, UUID market, @Nullable String line, Show show, @Nullable String q) {
        return jdbc.sql(sql)
                .param("market", market)
                .param("line", line)
                .param("show", show.name())
                .param("q", (q == null ? List.<String>of() : SortKeys.patterns(q)).toArray(String[]::new))
                .param("today", today());
    }

    static List<String> texts(List<WayToken> tokens) {
        List<String> texts = new ArrayList<>();
        tokens.forEach(token -> texts.add(token.toString()));
        return texts;
    }

    void tell(String action, StallView stall, @Nullable Object before, @Nullable Object after) {
        long village = markets.find(stall.marketId(), today())
                .map(MarketView::villageId)
                .orElseThrow();
        events.publishEvent(new Audited(action, "stall", stall.id().toString(), village, before, after, null));
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
