package vn.tungnha.markets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

/** The register of markets and trading streets. */
@Service
@RequiredArgsConstructor
@Transactional
public class Markets {

    private static final int LONGEST = 160;

    private final MarketRows rows;
    private final MarketAccess access;
    private final MarketTerms terms;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Whoever asks: its address has let them in. */
    @Transactional(readOnly = true)
    public MarketView get(UUID id) {
        return rows.find(id, Days.today(clock)).orElseThrow(() -> new NotFound("market", id));
    }

    /** Open ones first, by commune and name. @param q part of a name or address; null = all */
    @Transactional(readOnly = true)
    public PageOf<MarketView> list(@Nullable String q, CurrentUser user, Paging paging) {
        String where = MarketAccess.SEEN + " and unit_fold(m.name || ' ' || m.address) like all(:q)";
        long total = asked("select count(*) " + MarketRows.FROM + " where " + where, q, user)
                .query(Long.class)
                .single();
        List<MarketView> found = asked(
                        MarketRows.SELECT + where
                                + " order by m.closed_on desc, w.name, m.name, m.id limit :size offset :offset",
                        q,
                        user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(MarketView.class)
                .list();
        return PageOf.of(found, paging, total);
    }

    /** How many stalls of each market have each way today, by code of the way. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<String, Integer>> byWay(Collection<UUID> markets) {
        return rows.byWay(markets, Days.today(clock));
    }

    /** @param id made by whoever writes it down, so that sending the form again adds it once */
    public UUID add(UUID id, MarketCommand told, CurrentUser user) {
        if (rows.find(id, Days.today(clock)).isPresent()) {
            access.require(id, user, Data.FIGURES);
            return id;
        }
        long village = village(told, user);
        check(told, null);
        rows.add(id, told, village, opened(told), user.accountId(), clock.instant());
        tell("market.added", id, null, get(id));
        return id;
    }

    /** @throws vn.tungnha.shared.Stale when somebody changed it meanwhile */
    public void edit(UUID id, int version, MarketCommand told, CurrentUser user) {
        access.require(id, user, Data.FIGURES);
        MarketView before = get(id);
        long village = told.village() != null && told.village() == before.villageId()
                ? before.villageId()
                : village(told, user);
        check(told, before.kind());
        rows.edit(id, version, told, village, opened(told), Days.today(clock));
        tell("market.edited", id, before, get(id));
    }

    /** Its stalls stay as they are and are counted until that day. */
    public void close(UUID id, int version, CurrentUser user) {
        access.require(id, user, Data.FIGURES);
        MarketView before = get(id);
        LocalDate today = Days.today(clock);
        rows.close(id, version, today.isAfter(before.openedOn()) ? today.minusDays(1) : before.openedOn());
        tell("market.closed", id, before, get(id));
    }

    public void reopen(UUID id, int version, CurrentUser user) {
        access.require(id, user, Data.FIGURES);
        MarketView before = get(id);
        rows.reopen(id, version);
        tell("market.reopened", id, before, get(id));
    }

    private void check(MarketCommand told, @Nullable String before) {
        text("name", told.name());
        text("address", told.address());
        if (terms.all(MarketTerms.Part.KIND).stream()
                .noneMatch(kind -> kind.code().equals(told.kind())
                        && (kind.enabled() || kind.code().equals(before)))) {
            throw RuleBroken.at("kind", "markets.error.kind");
        }
        if (opened(told).isAfter(Days.today(clock))) {
            throw RuleBroken.at("openedOn", "markets.error.future");
        }
    }

    private long village(MarketCommand told, CurrentUser user) {
        if (told.village() == null) {
            throw RuleBroken.at("village", "markets.error.village");
        }
        access.requireVillage(told.village(), user);
        if (!access.inForce(told.village())) {
            throw RuleBroken.at("village", "markets.error.village");
        }
        return told.village();
    }

    private LocalDate opened(MarketCommand told) {
        return told.openedOn() == null ? Days.today(clock) : told.openedOn();
    }

    static void text(String field, String text) {
        if (text.isBlank()) {
            throw RuleBroken.at(field, "markets.error.missing");
        }
        if (text.length() > LONGEST) {
            throw RuleBroken.at(field, "markets.error.long", LONGEST);
        }
    }

    private JdbcClient.StatementSpec asked(String sql, @Nullable String q, CurrentUser user) {
        List<String> patterns = q == null ? List.of() : SortKeys.patterns(q);
        return access.bind(jdbc.sql(sql), user, Data.FIGURES).param("q", patterns.toArray(String[]::new));
    }

    private void tell(String action, UUID id, @Nullable Object before, MarketView after) {
        events.publishEvent(new Audited(action, "market", id.toString(), after.villageId(), before, after, null));
    }
}
