package vn.tungnha.households;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.SortKeys;

/** The list of households and the alleys it goes through, by a constant number of statements. */
@Component
@RequiredArgsConstructor
class HouseholdSearch {

    private final JdbcClient jdbc;
    private final HouseholdPlaces places;

    private static final int ROWS_AT_A_TIME = 500;

    PageOf<HouseholdRow> list(HouseholdQuery query, CurrentUser user, Paging paging) {
        String found = found(query);
        long total =
                bind("select count(*) " + found, query, user).query(Long.class).single();
        List<HouseholdRow> rows = rows(found, query, user, paging.size(), paging.offset())
                .query((row, n) -> row(row))
                .list();
        return PageOf.of(rows, paging, total);
    }

    /** All of them, as the database gives them; in a transaction they come few at a time. */
    Stream<HouseholdRow> all(HouseholdQuery query, CurrentUser user) {
        return rows(found(query), query, user, Integer.MAX_VALUE, 0)
                .withFetchSize(ROWS_AT_A_TIME)
                .query((row, n) -> row(row))
                .stream();
    }

    private static String found(HouseholdQuery query) {
        return """
                from household h
                join household_placement p on p.household_id = h.id and :on between p.valid_from and p.valid_to
                join household_placement now on now.household_id = h.id and :today between now.valid_from and now.valid_to
                where :on between h.registered_on and h.ended_on
                  and %s
                  and (cast(:unit as bigint) is null or p.village_id in (
                    select c.descendant_id from unit_closure c
                    where c.ancestor_id = :unit and :on between c.valid_from and c.valid_to))
                  and (:anyVillage or p.village_id = any(:villages))
                  and (cast(:alley as text) is null or h.alley = :alley)
                  and %s
                """.formatted(ScopeSql.covers("now.village_id"), named(query));
    }

    private JdbcClient.StatementSpec rows(String found, HouseholdQuery query, CurrentUser user, int size, long offset) {
        return bind("""
                        select h.*, p.village_id as at_village, v.code as village_code, v.name as village_name,
                               w.code as commune_code, o.name as householder, o.phone_last3, coalesce(n.residents, 0) as residents
                        from (select h.*, p.village_id as placed_in %s order by p.village_id, h.sort_key, h.id
                              limit :size offset :offset) h
                        join household_placement p on p.household_id = h.id and :on between p.valid_from and p.valid_to
                        """.formatted(found) + HouseholdReads.NAMED_PLACE + """
                        left join lateral (
                            select r.name, r.phone_last3 from residence s join resident r on r.id = s.resident_id
                            where s.household_id = h.id and :on between s.valid_from and s.valid_to and r.householder
                            limit 1) o on true
                        left join lateral (
                            select count(*) as residents from residence s
                            where s.household_id = h.id and :on between s.valid_from and s.valid_to) n on true
                        order by h.placed_in, h.sort_key, h.id""", query, user)
                .param("size", size)
                .param("offset", offset);
    }

    /** Alleys of the view with their number of households, in walking order. */
    List<Alley> alleys(HouseholdQuery query, CurrentUser user) {
        return bind("""
                        select h.alley, count(*) as households, min(h.sort_key) as first
                        from household h
                        join household_placement p on p.household_id = h.id and :on between p.valid_from and p.valid_to
                        join household_placement now on now.household_id = h.id
                            and :today between now.valid_from and now.valid_to
                        where :on between h.registered_on and h.ended_on
                          and %s
                          and (cast(:unit as bigint) is null or p.village_id in (
                            select c.descendant_id from unit_closure c
                            where c.ancestor_id = :unit and :on between c.valid_from and c.valid_to))
                          and (:anyVillage or p.village_id = any(:villages))
                        group by h.alley order by first limit 500""".formatted(ScopeSql.covers("now.village_id")), query, user)
                .query((row, n) -> new Alley(row.getString("alley"), row.getInt("households")))
                .list();
    }

    /** Each half by its own index; an "or" across the tables would look at everybody. */
    private static String named(HouseholdQuery query) {
        int words = patterns(query).size();
        return words == 0
                ? "true"
                : """
                h.id in (
                    select i.id from household i where %s
                    union
                    select s.household_id from residence s join resident r on r.id = s.resident_id
                    where :on between s.valid_from and s.valid_to and %s)
                """.formatted(RegisterSearch.all("i.search", words), RegisterSearch.all("r.search", words));
    }

    private static List<String> patterns(HouseholdQuery query) {
        return query.q() == null ? List.of() : SortKeys.patterns(query.q());
    }

    private JdbcClient.StatementSpec bind(String sql, HouseholdQuery query, CurrentUser user) {
        JdbcClient.StatementSpec bound = places.bind(jdbc.sql(sql), user)
                .param("on", query.on())
                .param("unit", query.unitId())
                .param("anyVillage", query.villages().isEmpty())
                .param("villages", query.villages().toArray(Long[]::new))
                .param("alley", query.alley());
        List<String> patterns = patterns(query);
        for (int i = 0; i < patterns.size(); i++) {
            bound = bound.param("word" + i, patterns.get(i));
        }
        return bound;
    }

    private static HouseholdRow row(ResultSet row) throws SQLException {
        return new HouseholdRow(
                row.getObject("id", UUID.class),
                HouseholdKind.valueOf(row.getString("kind")),
                row.getLong("at_village"),
                row.getString("village_code"),
                row.getString("village_name"),
                row.getString("commune_code"),
                row.getString("alley"),
                row.getString("number"),
                row.getString("label"),
                row.getString("householder"),
                row.getString("phone_last3"),
                row.getInt("residents"),
                row.getInt("children"));
    }
}
