package vn.tungnha.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.reports.RecentChanges.Activated;

/** Visits, those that met somebody, households reached for the first time ever, new holders by account type. */
public record Work(BigDecimal visits, BigDecimal met, BigDecimal households, List<Activated> activated) {

    /** Of rows of code, activated and amount. */
    static Work read(JdbcClient.StatementSpec asked) {
        Map<String, BigDecimal> work = new HashMap<>();
        List<Activated> activated = new ArrayList<>();
        asked.query(row -> {
            BigDecimal amount = row.getBigDecimal("amount");
            if (row.getBoolean("activated")) {
                activated.add(new Activated(row.getString("code"), amount));
            } else {
                work.put(row.getString("code"), amount);
            }
        });
        return new Work(
                work.getOrDefault("VISITS", BigDecimal.ZERO),
                work.getOrDefault("VISITS_MET", BigDecimal.ZERO),
                work.getOrDefault("HOUSEHOLDS_REACHED", BigDecimal.ZERO),
                activated);
    }
}
