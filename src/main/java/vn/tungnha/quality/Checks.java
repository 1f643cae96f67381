package vn.tungnha.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.quality.Found.Acceptance;
import vn.tungnha.quality.Found.CheckView;
import vn.tungnha.quality.Found.Item;
import vn.tungnha.shared.Days;

/** Runs the checks that are switched on: one statement each, and two more, whatever the number of communes. */
@Component
class Checks {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Check> byCode = new ConcurrentHashMap<>();

    Checks(JdbcClient jdbc, Clock clock, ObjectProvider<Check> own) {
        this.jdbc = jdbc;
        this.clock = clock;
        own.forEach(check -> byCode.put(check.code(), check));
    }

    @Transactional(readOnly = true)
    public Found in(Collection<Long> communes) {
        return in(communes, check -> true);
    }

    /** Some of the checks only. */
    @Transactional(readOnly = true)
    public Found in(Collection<Long> communes, Predicate<CheckView> which) {
        LocalDate today = Days.today(clock);
        List<CheckView> checks = jdbc
                .sql("select code, people, teams, above, threshold from quality_check where enabled order by position")
                .query(CheckView.class)
                .stream()
                .filter(which)
                .toList();
        Map<String, Accepted> accepted = accepted(communes);
        List<Item> items = new ArrayList<>();
        for (CheckView check : checks) {
            byCode.computeIfAbsent(check.code(), code -> SqlCheck.named(code, jdbc))
                    .find(communes, today, check.threshold())
                    .forEach(fault -> items.add(item(fault, accepted)));
        }
        return new Found(checks, List.copyOf(items));
    }

    private record Accepted(String mark, Acceptance acceptance) {}

    private static Item item(Fault fault, Map<String, Accepted> accepted) {
        Accepted found = accepted.get(key(fault.communeId(), fault.check(), fault.subject()));
        return new Item(fault, found != null && found.mark().equals(fault.mark()) ? found.acceptance() : null);
    }

    private Map<String, Accepted> accepted(Collection<Long> communes) {
        Map<String, Accepted> accepted = new HashMap<>();
        jdbc.sql("""
                        select q.id, q.check_code, q.commune_id, q.subject, q.mark, q.reason, q.accepted_at, a.display_name as by
                        from quality_acceptance q left join account a on a.id = q.accepted_by
                        where q.commune_id = any(:communes) and q.ended_at is null
                        """).param("communes", communes.toArray(Long[]::new)).query(row -> {
            accepted.put(
                    key(row.getLong("commune_id"), row.getString("check_code"), row.getString("subject")),
                    new Accepted(
                            row.getString("mark"),
                            new Acceptance(
                                    row.getLong("id"),
                                    row.getString("reason"),
                                    row.getString("by"),
                                    row.getTimestamp("accepted_at").toInstant())));
        });
        return accepted;
    }

    private static String key(long commune, String check, String subject) {
        return commune + " " + check + " " + subject;
    }
}
