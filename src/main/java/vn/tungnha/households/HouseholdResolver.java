package vn.tungnha.households;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;

/** Tells where a household or a resident of an address is today. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class HouseholdResolver {

    private static final String HOUSEHOLD = """
            select village_id from household_placement
            where household_id = household_kept(:id) and :today between valid_from and valid_to""";

    private static final String RESIDENT = """
            select p.village_id from resident r
            join household_placement p on p.household_id = r.household_id and :today between p.valid_from and p.valid_to
            where r.id = resident_kept(:id)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    @Bean
    PlaceResolver householdPlace() {
        return resolver("household", HOUSEHOLD);
    }

    @Bean
    PlaceResolver residentPlace() {
        return resolver("resident", RESIDENT);
    }

    private PlaceResolver resolver(String kind, String sql) {
        return new PlaceResolver() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Set<Long> unitsOf(String id) {
                Set<Long> villages = jdbc.sql(sql)
                        .param("id", uuid(kind, id))
                        .param("today", Days.today(clock))
                        .query(Long.class)
                        .set();
                if (villages.isEmpty()) {
                    throw new NotFound(kind, id);
                }
                return villages;
            }
        };
    }

    private static UUID uuid(String kind, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound(kind, id);
        }
    }
}
