package vn.tungnha.markets;

import java.sql.Types;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** What stalls have since when. What is there no more ends the day before; what came and went on one day never was. */
@Component
@RequiredArgsConstructor
class StallWays {

    private final JdbcClient jdbc;
    private final MarketTerms terms;

    /** Latest first. */
    List<StallWay> of(UUID stall) {
        return jdbc.sql("""
                        select way, provider, valid_from, valid_to from stall_way where stall_id = ?
                        order by valid_to desc, valid_from desc, id""").param(stall).query(StallWay.class).list();
    }

    /**
     * From a day on it has these and nothing else.
     *
     * @throws RuleBroken at {@code day} when something was written down for a later day already
     */
    void put(UUID stall, Set<WayToken> told, LocalDate day, Set<WayToken> before) {
        check(told, before);
        List<StallWay> all = of(stall);
        for (StallWay way : all) {
            if (way.validFrom().isAfter(day) || (!way.lasts() && !way.validTo().isBefore(day))) {
                throw RuleBroken.at(
                        "day", "markets.error.later", way.validFrom().isAfter(day) ? way.validFrom() : way.validTo());
            }
        }
        Set<WayToken> there = new HashSet<>();
        all.stream().filter(StallWay::lasts).forEach(way -> there.add(way.token()));
        there.stream().filter(token -> !told.contains(token)).forEach(token -> end(stall, token, day));
        told.stream().filter(token -> !there.contains(token)).forEach(token -> begin(stall, token, day));
        jdbc.sql(
                        "update stall set version = version + 1, asked_on = greatest(coalesce(asked_on, :day), :day) where id = :id")
                .param("day", day)
                .param("id", stall)
                .update();
    }

    /** Only words that are in use, or that the stall has already. */
    private void check(Set<WayToken> told, Set<WayToken> before) {
        Map<String, MarketTerm> ways = terms.byCode(MarketTerms.Part.WAY);
        Map<String, MarketTerm> providers = terms.byCode(MarketTerms.Part.PROVIDER);
        for (WayToken token : told) {
            MarketTerm way = ways.get(token.way());
            MarketTerm provider = token.provider() == null ? null : providers.get(token.provider());
            boolean known = way != null
                    && way.provided() == (token.provider() != null)
                    && (token.provider() == null || provider != null);
            boolean used = known && way != null && way.enabled() && (provider == null || provider.enabled());
            if (!known || !(used || before.contains(token))) {
                throw RuleBroken.at("ways", "markets.error.way");
            }
        }
    }

    private void begin(UUID stall, WayToken token, LocalDate day) {
        jdbc.sql("insert into stall_way (stall_id, way, provider, valid_from) values (:stall, :way, :provider, :day)")
                .param("stall", stall)
                .param("way", token.way())
                .param("provider", token.provider(), Types.VARCHAR)
                .param("day", day)
                .update();
    }

    private void end(UUID stall, WayToken token, LocalDate day) {
        for (String sql : List.of(
                "delete from stall_way w where w.valid_from = :day",
                "update stall_way w set valid_to = cast(:day as date) - 1 where true")) {
            jdbc.sql(sql + " and w.stall_id = :stall and w.way = :way and w.provider is not distinct from :provider"
                            + " and w.valid_to = :forever")
                    .param("day", day)
                    .param("stall", stall)
                    .param("way", token.way())
                    .param("provider", token.provider(), Types.VARCHAR)
                    .param("forever", Days.FOREVER)
                    .update();
        }
    }
}
