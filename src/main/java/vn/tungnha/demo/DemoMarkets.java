package vn.tungnha.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.SortKeys;

/** A made-up register of stalls for one market and one street; the market bears the name the articles tell. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoMarkets {

    private static final int DAYS_BACK = 240;

    private final JdbcClient sql;

    void write(List<Team> teams, LocalDate today) {
        Team own = teams.stream().filter(Team::showcase).findFirst().orElseThrow();
        UUID market = market(own, "MARKET", "Chợ Tân Chính", "Đường Hải Phòng (quầy là dữ liệu minh họa)", today);
        stalls(market, "A", 14, "Trái cây", 10, today);
        stalls(market, "B", 12, "Rau, củ", 7, today);
        stalls(market, "C", 10, "Thịt, cá", 4, today);
        round(market, "A", today);
        UUID street =
                market(own, "STREET", "Phố ẩm thực Hải Phòng", "Đường Hải Phòng (quầy là dữ liệu minh họa)", today);
        stalls(street, "", 9, "Quán ăn", 8, today);
    }

    private UUID market(Team team, String kind, String name, String address, LocalDate today) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into market (id, kind, name, address, opened_on, created_at)
                        values (:id, :kind, :name, :address, :opened, :at)""")
                .param("id", id)
                .param("kind", kind)
                .param("name", name)
                .param("address", address)
                .param("opened", today.minusDays(DAYS_BACK))
                .param("at", today.minusDays(DAYS_BACK).atStartOfDay(Days.ZONE).toOffsetDateTime())
                .update();
        sql.sql("insert into market_place (market_id, village_id) values (:id, :village)")
                .param("id", id)
                .param("village", team.village().id())
                .update();
        return id;
    }

    /** @param cashless so many take a QR code, the first two a card reader too; the last one was never asked */
    private void stalls(UUID market, String line, int number, String goods, int cashless, LocalDate today) {
        sql.sql("""
                        with made as (
                            insert into stall (id, market_id, line, number, sort_key, goods, trader, opened_on, asked_on, search, created_at)
                            select gen_random_uuid(), :market, :line, n::text, k.key,
                                   :goods, t.name, :opened, case when n < :number then cast(:today as date) - 20 end,
                                   unit_fold(concat_ws(' ', :line, n, :goods, t.name)), now()
                            from unnest(:keys) with ordinality k (key, n)
                            cross join lateral (select (array['Lê Thị', 'Trần Thị', 'Nguyễn Văn', 'Phạm Thị', 'Võ Văn', 'Đặng Thị'])[1 + k.n % 6] || ' '
                                || (array['Bưởi', 'Mận', 'Sáu', 'Hạnh', 'Bảy', 'Thu', 'Lan'])[1 + (k.n * 5 + ascii(:line || 'x')) % 7] as name) t
                            returning id, number::int as n)
                        insert into stall_way (stall_id, way, provider, valid_from)
                        select m.id, w.way, w.provider, cast(:today as date) - 30 - m.n * 12
                        from made m
                        cross join lateral (values
                            ('QR', (array['MOMO', 'VNPAY', 'VIETTEL', 'VNPT', 'BANK'])[1 + m.n % 5], m.n <= :cashless),
                            ('CARD', null, m.n <= 2), ('ONLINE_SHOP', null, m.n = 3)) w (way, provider, has)
                        where w.has and m.n < :number""")
                .param("market", market)
                .param("line", line)
                .param("number", number)
                .param(
                        "keys",
                        IntStream.rangeClosed(1, number)
                                .mapToObj(n -> SortKeys.walking(line, String.valueOf(n)))
                                .toArray(String[]::new))
                .param("goods", goods)
                .param("cashless", cashless)
                .param("opened", today.minusDays(DAYS_BACK))
                .param("today", today)
                .update();
    }

    /** A walk that began last week and has done half of one row. */
    private void round(UUID market, String line, LocalDate today) {
        sql.sql("""
                        with begun as (
                            insert into market_round (id, market_id, started_on, started_at)
                            values (gen_random_uuid(), :market, :first, :at) returning id)
                        insert into stall_visit (id, stall_id, round_id, visited_at, outcome, had)
                        select gen_random_uuid(), s.id, b.id, :at, 'MET',
                               array(select w.way || coalesce(':' || w.provider, '') from stall_way w where w.stall_id = s.id)
                        from begun b, stall s where s.market_id = :market and s.line = :line and s.number::int <= 6""")
                .param("market", market)
                .param("line", line)
                .param("first", today.minusDays(6))
                .param("at", today.minusDays(6).atTime(8, 0).atZone(Days.ZONE).toOffsetDateTime())
                .update();
    }
}
