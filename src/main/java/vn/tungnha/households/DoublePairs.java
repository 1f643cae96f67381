package vn.tungnha.households;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.ScopeSql;

/** Pairs of a whole ward that share enough to be compared, in one statement; those found not to be one are left out. */
@Component
@RequiredArgsConstructor
class DoublePairs {

    private static final String PEOPLE = """
            with mine as materialized (
                select r.id, r.match_keys, r.phone_hash, r.citizen_hash, r.household_id, h.village_id
                from resident r join household h on h.id = r.household_id
                where r.status <> 'MERGED' and r.name is not null and %s
                  and (cast(:village as bigint) is null or h.village_id = :village)
            ), keyed as materialized (
                select m.id, m.village_id, k.key, k.key = m.match_keys[2] as whole
                from mine m cross join lateral (values (m.match_keys[2]), (m.match_keys[3])) k (key) where k.key is not null
            ), pair as (
                select a.id as a, b.id as b from mine a join mine b on b.phone_hash = a.phone_hash and b.id > a.id
                union select a.id, b.id from mine a join mine b on b.citizen_hash = a.citizen_hash and b.id > a.id
                union select a.id, b.id from mine a join mine b on b.household_id = a.household_id and b.id > a.id
                    and (b.match_keys && a.match_keys)
                union select least(a.id, b.id), greatest(a.id, b.id) from keyed a
                    join keyed b on b.key = a.key and b.id <> a.id and a.whole and (b.whole or b.village_id = a.village_id)
            )
            select a, b from pair p
            where not exists (select from register_distinct d
                              where d.kind = 'RESIDENT' and d.undone_at is null and d.one = p.a and d.other = p.b)
            limit 40000
            """;

    /** Two households at one address: the same house number of the same alley. */
    private static final String HOUSES = """
            select a.id as one, a.alley || ' ' || a.number as one_address, b.id as other, b.alley || ' ' || b.number as other_address,
                   (select r.name from resident r where r.household_id = a.id and r.householder and r.status = 'PRESENT' limit 1) as one_head,
                   (select r.name from resident r where r.household_id = b.id and r.householder and r.status = 'PRESENT' limit 1) as other_head,
                   (select count(*) from resident r where r.household_id = a.id and r.status = 'PRESENT') as one_people,
                   (select count(*) from resident r where r.household_id = b.id and r.status = 'PRESENT') as other_people
            from household a join household b on b.village_id = a.village_id and b.sort_key = a.sort_key and b.id > a.id
                and b.kind = a.kind and b.status = 'ACTIVE'
            where a.status = 'ACTIVE' and a.kind = 'HOUSEHOLD' and a.number <> '' and %s
              and (cast(:village as bigint) is null or a.village_id = :village)
              and not exists (select from register_distinct d where d.kind = 'HOUSEHOLD' and d.undone_at is null
                              and d.one = a.id and d.other = b.id)
            order by a.village_id, a.sort_key, a.id limit 2000
            """;

    private final JdbcClient jdbc;
    private final HouseholdPlaces places;

    List<Pair> people(@Nullable Long village, CurrentUser user) {
        return bind(PEOPLE.formatted(ScopeSql.covers("h.village_id")), village, user)
                .query((row, n) -> new Pair(row.getObject("a", UUID.class), row.getObject("b", UUID.class)))
                .list();
    }

    List<Doubles.Houses> houses(@Nullable Long village, CurrentUser user) {
        return bind(HOUSES.formatted(ScopeSql.covers("a.village_id")), village, user)
                .query((row, n) -> new Doubles.Houses(house(row, "one"), house(row, "other")))
                .list();
    }

    private static Doubles.House house(ResultSet row, String side) throws SQLException {
        return new Doubles.House(
                row.getObject(side, UUID.class),
                row.getString(side + "_address"),
                row.getString(side + "_head"),
                row.getInt(side + "_people"));
    }

    private JdbcClient.StatementSpec bind(String sql, @Nullable Long village, CurrentUser user) {
        return places.bind(jdbc.sql(sql), user).param("village", village, java.sql.Types.BIGINT);
    }

    record Pair(UUID one, UUID other) {

        static Set<UUID> all(List<Pair> pairs) {
            Set<UUID> all = new HashSet<>();
            pairs.forEach(pair -> {
                all.add(pair.one());
                all.add(pair.other());
            });
            return all;
        }
    }
}
