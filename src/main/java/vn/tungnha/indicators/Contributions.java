package vn.tungnha.indicators;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the three contribution views what some subjects add to the counters now. */
@Component
@RequiredArgsConstructor
class Contributions {

    private static final String SELECT = "select * from contributions_of(:households, :residents, :teams)";

    private final JdbcClient jdbc;

    Map<CounterKey, Long> of(Subjects subjects) {
        Map<CounterKey, Long> sums = new HashMap<>();
        if (subjects.isEmpty()) {
            return sums;
        }
        jdbc.sql(SELECT)
                .param("households", subjects.households().toArray(UUID[]::new))
                .param("residents", subjects.residents().toArray(UUID[]::new))
                .param("teams", subjects.teams().toArray(Long[]::new))
                .query(row -> {
                    long unit = row.getLong("unit_id");
                    boolean hasUnit = !row.wasNull();
                    long team = row.getLong("team_id");
                    boolean hasTeam = !row.wasNull();
                    int measure = row.getInt("measure_id");
                    String grain = row.getString("grain");
                    var day = row.getObject("day", java.time.LocalDate.class);
                    long amount = row.getLong("amount");
                    if (hasUnit) {
                        sums.merge(new CounterKey(false, unit, measure, grain, day), amount, Long::sum);
                    }
                    if (hasTeam) {
                        sums.merge(new CounterKey(true, team, measure, grain, day), amount, Long::sum);
                    }
                });
        return sums;
    }
}
