package vn.tungnha.households;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

/** Where households are, and who may therefore see them: PEOPLE scope, on today's tree. */
@Component
@RequiredArgsConstructor
class HouseholdPlaces {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CurrentUser user) {
        return ScopeSql.bind(statement, user.scope(), Data.PEOPLE, Days.today(clock));
    }

    void requireVillage(long villageId, CurrentUser user) {
        boolean inside = bind(jdbc.sql("select " + ScopeSql.covers("cast(:village as bigint)")), user)
                .param("village", villageId)
                .query(Boolean.class)
                .single();
        if (!inside) {
            throw new OutOfScope("village", villageId);
        }
    }

    /** Judged by where the household is today. */
    void require(UUID householdId, CurrentUser user) {
        boolean inside = bind(jdbc.sql("""
                        select exists(
                            select from household_placement p
                            where p.household_id = :id and :today between p.valid_from and p.valid_to
                              and %s)""".formatted(ScopeSql.covers("p.village_id"))), user)
                .param("id", householdId)
                .query(Boolean.class)
                .single();
        if (!inside) {
            throw new OutOfScope("household", householdId);
        }
    }

    /** A place where a household can be on this day: a village in force, inside the scope. */
    void requireVillageInForce(long villageId, LocalDate day, CurrentUser user) {
        requireVillage(villageId, user);
        if (!isInForce(villageId, day)) {
            throw RuleBroken.at("village", "households.error.village-not-in-force", day);
        }
    }

    boolean isInForce(long villageId, LocalDate day) {
        return jdbc.sql("""
                        select exists(select from unit where id = :id and level = 'VILLAGE'
                                      and :day between valid_from and valid_to)""")
                .param("id", villageId)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
