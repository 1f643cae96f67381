package vn.tungnha.markets;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Stale;

/** Markets as rows. */
@Repository
@RequiredArgsConstructor
class MarketRows {

    static final String FROM = """
            from market m
            join market_kind k on k.code = m.kind
            join lateral (select village_id from market_place x where x.market_id = m.id
                          order by :today between x.valid_from and x.valid_to desc, x.valid_from desc limit 1) p on true
            left join lateral (
                select name from unit_version where unit_id = p.village_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            left join lateral (
                select z.name from unit_lineage l
                join unit_closure x on x.descendant_id = l.to_id and :today between x.valid_from and x.valid_to
                join unit u on u.id = x.ancestor_id and u.level = 'COMMUNE'
                join unit_version z on z.unit_id = u.id and :today between z.valid_from and z.valid_to
                where l.from_id = p.village_id and :today between l.valid_from and l.valid_to limit 1) w on true
            """;

    static final String SELECT = """
            select m.id, m.version, m.kind, k.name_vi as kind_vi, k.name_en as kind_en, m.name, m.address, p.village_id,
                   coalesce(v.name, '') as village, w.name as commune, m.opened_on, m.closed_on, n.stalls, n.cashless, n.asked
            %s cross join lateral (
                select count(*) as stalls, count(s.asked_on) as asked, count(*) filter (where exists (
                           select from stall_way y join pay_way t on t.code = y.way and t.cashless
                           where y.stall_id = s.id and :today between y.valid_from and y.valid_to)) as cashless
                from stall s where s.market_id = m.id and :today between s.opened_on and s.closed_on) n
            where\s""".formatted(FROM);

    private final JdbcClient jdbc;

    Optional<MarketView> find(UUID id, LocalDate today) {
        return jdbc.sql(SELECT + "m.id = :id")
                .param("id", id)
                .param("today", today)
                .query(MarketView.class)
                .optional();
    }

    /** How many stalls of each market have each way today. */
    Map<UUID, Map<String, Integer>> byWay(Collection<UUID> markets, LocalDate today) {
        Map<UUID, Map<String, Integer>> counts = new HashMap<>();
        jdbc.sql("""
                        select s.market_id, y.way, count(distinct s.id) as stalls
                        from stall s join stall_way y on y.stall_id = s.id and :today between y.valid_from and y.valid_to
                        where s.market_id = any(:markets) and :today between s.opened_on and s.closed_on
                        group by 1, 2""")
                .param("today", today)
                .param("markets", markets.toArray(UUID[]::new))
                .query(row -> {
                    counts.computeIfAbsent(row.getObject("market_id", UUID.class), id -> new HashMap<>())
                            .put(row.getString("way"), row.getInt("stalls"));
                });
        return counts;
    }

    void add(UUID id, MarketCommand told, long village, LocalDate opened, UUID account, Instant now) {
        jdbc.sql("""
                        insert into market (id, kind, name, address, opened_on, created_by, created_at)
                        values (:id, :kind, :name, :address, :opened, :account, :now)""")
                .param("id", id)
                .param("kind", told.kind())
                .param("name", told.name().strip())
                .param("address", told.address().strip())
                .param("opened", opened)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("insert into market_place (market_id, village_id) values (:id, :village)")
                .param("id", id)
                .param("village", village)
                .update();
    }

    /** Another village is a slip of the pen put right: the market did not move. */
    void edit(UUID id, int version, MarketCommand told, long village, LocalDate opened, LocalDate today) {
        changed(
                id,
                jdbc.sql("""
                        update market set version = version + 1, kind = :kind, name = :name, address = :address, opened_on = :opened
                        where id = :id and version = :version""")
                        .param("kind", told.kind())
                        .param("name", told.name().strip())
                        .param("address", told.address().strip())
                        .param("opened", opened)
                        .param("id", id)
                        .param("version", version)
                        .update());
        jdbc.sql(
                        "update market_place set village_id = :village where market_id = :id and :today between valid_from and valid_to")
                .param("village", village)
                .param("id", id)
                .param("today", today)
                .update();
    }

    void close(UUID id, int version, LocalDate day) {
        changed(
                id,
                jdbc.sql(
                                "update market set version = version + 1, closed_on = :day where id = :id and version = :version")
                        .param("day", day)
                        .param("id", id)
                        .param("version", version)
                        .update());
    }

    void reopen(UUID id, int version) {
        close(id, version, Days.FOREVER);
    }

    private static void changed(UUID id, int rows) {
        if (rows == 0) {
            throw new Stale("market", id);
        }
    }
}
