package vn.tungnha.markets;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;

/** Who reaches a market: whoever's place its village lies in today. Stalls tell of people, markets of figures. */
@Component
@RequiredArgsConstructor
class MarketAccess {

    /** A predicate on markets {@code m}. */
    static final String SEEN =
            "exists (select from market_place g where g.market_id = m.id and :today between g.valid_from and g.valid_to and "
                    + ScopeSql.covers("g.village_id") + ")";

    private final JdbcClient jdbc;
    private final Clock clock;

    StatementSpec bind(StatementSpec statement, CurrentUser user, Data data) {
        return ScopeSql.bind(statement, user.scope(), data, Days.today(clock));
    }

    /** @throws OutOfScope when it lies elsewhere */
    void require(UUID market, CurrentUser user, Data data) {
        boolean seen = bind(
                        jdbc.sql("select exists (select from market m where m.id = :id and " + SEEN + ")"), user, data)
                .param("id", market)
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw new OutOfScope("market", market);
        }
    }

    /** @throws OutOfScope when it lies elsewhere */
    void requireVillage(long village, CurrentUser user) {
        boolean seen = bind(jdbc.sql("select " + ScopeSql.covers("cast(:village as bigint)")), user, Data.FIGURES)
                .param("village", village)
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw new OutOfScope("village", village);
        }
    }

    boolean inForce(long village) {
        return jdbc.sql("""
                        select exists (select from unit where id = :id and level = 'VILLAGE'
                                       and :day between valid_from and valid_to)""")
                .param("id", village)
                .param("day", Days.today(clock))
                .query(Boolean.class)
                .single();
    }

    /** Where it lies today. */
    Set<Long> unitsOf(UUID market) {
        Set<Long> units = new HashSet<>(jdbc.sql(
                        "select village_id from market_place where market_id = :id and :day between valid_from and valid_to")
                .param("id", market)
                .param("day", Days.today(clock))
                .query(Long.class)
                .set());
        if (units.isEmpty()) {
            throw new NotFound("market", market);
        }
        return units;
    }

    UUID marketOf(UUID stall) {
        return jdbc.sql("select market_id from stall where id = ?")
                .param(stall)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("stall", stall));
    }

    static UUID key(String kind, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound(kind, id);
        }
    }
}
