package vn.tungnha.contests;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.shared.NotFound;

/** What a unit or a team holds lies in that unit, or in the villages of that team, and is the team's. */
@Configuration(proxyBeanMethods = false)
class ContestPlaces {

    @Bean
    PlaceResolver contestPlace(JdbcClient jdbc) {
        return new Held("contest", "contest", jdbc);
    }

    @Bean
    PlaceResolver ballotPlace(JdbcClient jdbc) {
        return new Held("ballot", "ballot", jdbc);
    }

    @RequiredArgsConstructor
    private static final class Held implements PlaceResolver {

        private final String kind;
        private final String table;
        private final JdbcClient jdbc;

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Set<Long> unitsOf(String id) {
            Set<Long> units = jdbc.sql("""
                            select c.unit_id from %1$s c where c.id = :id and c.unit_id is not null
                            union
                            select s.village_id from %1$s c join team_area s on s.team_id = c.team_id where c.id = :id""".formatted(table))
                    .param("id", key(id))
                    .query(Long.class)
                    .set();
            if (units.isEmpty()) {
                throw new NotFound(kind, id);
            }
            return units;
        }

        @Override
        public Set<Long> teamsOf(String id) {
            return jdbc.sql("select team_id from %s where id = ? and team_id is not null".formatted(table))
                    .param(key(id))
                    .query(Long.class)
                    .set();
        }

        private UUID key(String id) {
            try {
                return UUID.fromString(id);
            } catch (IllegalArgumentException unreadable) {
                throw new NotFound(kind, id);
            }
        }
    }
}
