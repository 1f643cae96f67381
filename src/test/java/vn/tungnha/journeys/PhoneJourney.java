package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** People of team 33 with phones whose queue is looked into, and what the server has stored of it. */
abstract class PhoneJourney extends Journey {

    private final List<Handset> handsets = new ArrayList<>();

    Handset handset(String username) {
        return handset(username, address());
    }

    Handset handset(String username, String address) {
        Handset handset = new Handset(address);
        handsets.add(handset);
        return handset.signIn(username);
    }

    /** Somebody not signed in yet, with a phone such as this. */
    Handset handset(Browser.NewContextOptions like) {
        Handset handset = new Handset(address(), like);
        handsets.add(handset);
        return handset;
    }

    String address() {
        return "http://localhost:" + port();
    }

    @AfterEach
    void putPhonesAway() {
        List<Handset> leaving = List.copyOf(handsets);
        handsets.clear();
        leaving.forEach(Handset::close);
    }

    static List<String> ids(int number) {
        return Stream.generate(() -> UUID.randomUUID().toString()).limit(number).toList();
    }

    /** What the queue has to know of a visit to a household of that person's team. */
    Map<String, String> home(String username) {
        return sql.sql("""
                        select c.id::text as account, m.team_id::text as team, h.id::text as household,
                               h.number || ' ' || h.alley as address
                        from account c
                        join team_member m on m.account_id = c.id
                        join team_area a on a.team_id = m.team_id and a.valid_to = '9999-12-31'
                        join household_placement p on p.village_id = a.village_id and p.valid_to = '9999-12-31'
                        join household h on h.id = p.household_id and h.status = 'ACTIVE'
                        where c.username = :username
                        and not exists (select from visit v where v.household_id = h.id and v.visited_on = :today)
                        order by random() limit 1""")
                .param("username", username)
                .param("today", today())
                .query((row, n) -> Map.of(
                        "account", row.getString("account"),
                        "team", row.getString("team"),
                        "household", row.getString("household"),
                        "address", row.getString("address")))
                .single();
    }

    /** Each is there, and each but once. */
    void assertStoredOnce(List<String> ids) {
        UUID[] wanted = ids.stream().map(UUID::fromString).toArray(UUID[]::new);
        assertThat(number("select count(*) from visit where id = any(?)", wanted))
                .isEqualTo(ids.size());
        assertThat(number("select count(*) from visit_version where visit_id = any(?)", wanted))
                .isEqualTo(ids.size());
    }

    long number(String query, Object parameter) {
        return sql.sql(query).param(parameter).query(Long.class).single();
    }

    String text(String query, String visit) {
        return sql.sql(query).param(UUID.fromString(visit)).query(String.class).single();
    }
}
