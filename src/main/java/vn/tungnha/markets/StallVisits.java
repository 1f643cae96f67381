package vn.tungnha.markets;

import java.sql.Array;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
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
import vn.tungnha.shared.RuleBroken;

/** Walking along the stalls of a market, and what was found at each. */
@Service
@RequiredArgsConstructor
@Transactional
public class StallVisits {

    private static final int LONGEST = 300;
    private static final int MOST_SHOWN = 50;

    private final Stalls stalls;
    private final Markets markets;
    private final MarketAccess access;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A walk that is going on. @param seen stalls somebody came by at */
    public record Round(UUID id, LocalDate startedOn, int seen) {}

    @Transactional(readOnly = true)
    public Optional<Round> round(UUID market) {
        return jdbc.sql("""
                        select r.id, r.started_on, (select count(distinct v.stall_id) from stall_visit v
                            join stall s on s.id = v.stall_id and :today between s.opened_on and s.closed_on
                            where v.round_id = r.id) as seen
                        from market_round r where r.market_id = :market and r.ended_on = :forever""")
                .param("market", market)
                .param("today", today())
                .param("forever", Days.FOREVER)
                .query(Round.class)
                .optional();
    }

    /** Begins anew; the round before ends. @param id made by whoever starts it, so that sending it again starts it once */
    public void start(UUID id, UUID market, CurrentUser user) {
        access.require(market, user, Data.PEOPLE);
        jdbc.sql("select 1 from market where id = ? for update")
                .param(market)
                .query()
                .listOfRows();
        Optional<UUID> there = jdbc.sql("select market_id from market_round where id = ?")
                .param(id)
                .query(UUID.class)
                .optional();
        if (there.isPresent()) {
            if (!there.get().equals(market)) {
                throw new NotFound("round", id);
            }
            return;
        }
        jdbc.sql("""
                        update market_round set ended_on = greatest(started_on, :today)
                        where market_id = :market and ended_on = :forever""")
                .param("today", today())
                .param("market", market)
                .param("forever", Days.FOREVER)
                .update();
        jdbc.sql("""
                        insert into market_round (id, market_id, started_on, started_by, started_at)
                        values (:id, :market, :today, :account, :now)""")
                .param("id", id)
                .param("market", market)
                .param("today", today())
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new Audited(
                "market.round", "market", market.toString(), markets.get(market).villageId(), null, id, null));
    }

    /**
     * What was found at a stall today. Whoever was away or would not talk changes nothing of what is known.
     *
     * @param id made by whoever writes it down: the same one again is the same visit
     * @param had what the stall has now; looked at only when somebody was met
     */
    public void record(
            UUID id, UUID stall, StallOutcome outcome, Set<WayToken> had, @Nullable String note, CurrentUser user) {
        StallView before = stalls.get(stall, user);
        if (note != null && note.strip().length() > LONGEST) {
            throw RuleBroken.at("note", "markets.error.long", LONGEST);
        }
        boolean met = outcome == StallOutcome.MET;
        int added = jdbc.sql("""
                        insert into stall_visit (id, stall_id, round_id, account_id, visited_at, outcome, had, note)
                        values (:id, :stall, (select id from market_round where market_id = :market and ended_on = :forever),
                                :account, :now, :outcome, :had, :note) on conflict (id) do nothing""")
                .param("id", id)
                .param("stall", stall)
                .param("market", before.marketId())
                .param("forever", Days.FOREVER)
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", outcome.name())
                .param(
                        "had",
                        met ? had.stream().map(WayToken::toString).sorted().toArray(String[]::new) : null,
                        Types.ARRAY)
                .param("note", StallRows.blank(note), Types.VARCHAR)
                .update();
        if (added == 0) {
            requireSame(id, stall);
            return;
        }
        if (met) {
            stalls.put(stall, had, null, user);
        }
        stalls.tell("stall.visited", before, null, outcome);
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<StallVisit> of(UUID stall) {
        return jdbc.sql("""
                        select v.visited_at, v.outcome, v.had, v.note, a.display_name as by
                        from stall_visit v left join account a on a.id = v.account_id
                        where v.stall_id = :stall order by v.visited_at desc, v.id limit :most""")
                .param("stall", stall)
                .param("most", MOST_SHOWN)
                .query((row, n) -> {
                    Array had = row.getArray("had");
                    return new StallVisit(
                            row.getObject("visited_at", OffsetDateTime.class).toInstant(),
                            StallOutcome.valueOf(row.getString("outcome")),
                            had == null ? null : StallRows.tokens(had),
                            row.getString("note"),
                            row.getString("by"));
                })
                .list();
    }

    /** An id of another stall's visit is somebody else's. */
    private void requireSame(UUID id, UUID stall) {
        boolean same = jdbc.sql("select stall_id = :stall from stall_visit where id = :id")
                .param("stall", stall)
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!same) {
            throw new NotFound("visit", id);
        }
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
