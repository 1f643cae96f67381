package vn.tungnha.households;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.SortKeys;

/**
 * The first few people and addresses for what somebody types, the nearest first. It counts nothing and looks at no more
 * than {@value #LOOKED_AT} matches besides the exact ones, so that a name half the ward bears is as quick as a rare one.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class RegisterSearch {

    private static final int LOOKED_AT = 2_000;

    private static final String PEOPLE = """
            with inside as materialized (%1$s),
            hit as (
                (select r.id, r.name, r.search, r.birth_year, r.household_id from resident r
                 join household h on h.id = r.household_id and h.status = 'ACTIVE'
                 where r.search = :exact and r.status = 'PRESENT' and (:everything or h.village_id in (select * from inside))
                 limit :most)
                union
                (select r.id, r.name, r.search, r.birth_year, r.household_id from resident r
                 join household h on h.id = r.household_id and h.status = 'ACTIVE'
                 where %2$s and r.status = 'PRESENT' and (:everything or h.village_id in (select * from inside))
                 limit %3$d))
            select x.id, x.name, x.birth_year, h.id as household, h.alley, h.number, v.name as village
            from hit x join household h on h.id = x.household_id
            join unit_version v on v.unit_id = h.village_id and :today between v.valid_from and v.valid_to
            order by x.search = :exact desc, starts_with(x.search, :exact) desc, x.search, x.birth_year nulls last, x.id
            limit :most
            """;

    private static final String HOMES = """
            with inside as materialized (%1$s),
            hit as (
                select h.id, h.alley, h.number, h.label, h.sort_key, h.village_id from household h
                where %2$s and h.status = 'ACTIVE' and (:everything or h.village_id in (select * from inside))
                limit %3$d)
            select x.id, x.alley, x.number, x.label, v.name as village
            from hit x join unit_version v on v.unit_id = x.village_id and :today between v.valid_from and v.valid_to
            order by x.sort_key, x.village_id, x.id
            limit :most
            """;

    private final JdbcClient jdbc;
    private final HouseholdPlaces places;

    /** Somebody who lives there now. */
    public record PersonHit(
            UUID id,
            String name,
            @Nullable Integer birthYear,
            UUID household,
            String alley,
            String number,
            String village) {}

    /** A household by its address or the sign of a shop. */
    public record HomeHit(
            UUID id, String alley, String number, @Nullable String label, String village) {}

    public List<PersonHit> people(String q, CurrentUser user, int most) {
        return asked(PEOPLE, "r.search", q, user, most)
                .param("exact", SortKeys.fold(q))
                .query(PersonHit.class)
                .list();
    }

    public List<HomeHit> homes(String q, CurrentUser user, int most) {
        return asked(HOMES, "h.search", q, user, most).query(HomeHit.class).list();
    }

    private JdbcClient.StatementSpec asked(String sql, String column, String q, CurrentUser user, int most) {
        List<String> patterns = SortKeys.patterns(q);
        JdbcClient.StatementSpec asked = places.bind(
                        jdbc.sql(sql.formatted(ScopeSql.INSIDE, all(column, patterns.size()), LOOKED_AT)), user)
                .param("most", most);
        for (int i = 0; i < patterns.size(); i++) {
            asked = asked.param("word" + i, patterns.get(i));
        }
        return asked;
    }

    /** One condition a word: an index of trigrams does not see through "like all". */
    static String all(String column, int words) {
        StringBuilder condition = new StringBuilder("true");
        for (int i = 0; i < words; i++) {
            condition.append(" and ").append(column).append(" like :word").append(i);
        }
        return condition.toString();
    }
}
