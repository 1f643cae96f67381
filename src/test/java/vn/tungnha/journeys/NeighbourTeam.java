package vn.tungnha.journeys;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.shared.Days;

/** A demonstration team of which no other test uses up the day, led by somebody of its own. */
record NeighbourTeam(JdbcClient jdbc, long id, String leader) {

    static final String PASSWORD = TestAccounts.PASSWORD;

    /** One of the ward in which Tổ 33 is, by its name. */
    static NeighbourTeam ledBy(String username, String name, JdbcClient jdbc) {
        long team = jdbc.sql("""
                        select t.id from team t join team_area a on a.team_id = t.id and a.home
                        join unit_version v on v.unit_id = a.village_id
                        where t.name = ? and v.code like '20212-%' limit 1""").param(name).query(Long.class).single();
        TestAccounts accounts = new TestAccounts(jdbc);
        accounts.assign(accounts.account(username), Role.TEAM_LEADER, null, team, Days.SINCE_EVER, Days.FOREVER);
        return new NeighbourTeam(jdbc, team, username);
    }

    /** What the queue has to know of a visit to one of its households. */
    Map<String, String> home() {
        return jdbc.sql("""
                        select c.id::text account, h.id::text household, h.number || ' ' || h.alley address
                        from account c, team_area a
                        join household h on h.village_id = a.village_id and h.status = 'ACTIVE'
                        where c.username = :leader and a.team_id = :team and not exists (select from visit v
                            where v.household_id = h.id and v.visited_on >= current_date)
                        order by random() limit 1""")
                .param("leader", leader)
                .param("team", id)
                .query((row, n) -> Map.of(
                        "account", row.getString("account"),
                        "team", String.valueOf(id),
                        "household", row.getString("household"),
                        "address", row.getString("address")))
                .single();
    }

    /** Gives the team villages of its neighbours as well until it has so many households; says which. */
    List<Long> grow(int households) {
        return jdbc.sql("""
                        with near as (
                            select a.village_id, sum(count(*)) over (order by abs(a.team_id - :team), a.team_id) so_far, count(*) n
                            from team_area a join household h on h.village_id = a.village_id and h.status = 'ACTIVE'
                            where a.home and a.valid_to = '9999-12-31' group by a.village_id, a.team_id)
                        insert into team_area (team_id, village_id, home, valid_from)
                        select :team, village_id, false, '2020-01-01' from near where so_far - n between 1 and :households
                        returning id""")
                .param("team", id)
                .param("households", households - 1)
                .query(Long.class)
                .list();
    }

    void shrink(List<Long> areas) {
        jdbc.sql("delete from team_area where id = any(?)")
                .param(areas.toArray(Long[]::new))
                .update();
    }
}
