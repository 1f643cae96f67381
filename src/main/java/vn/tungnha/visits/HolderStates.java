package vn.tungnha.visits;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What each person already has, read from the log: the highest reached by valid visits after the last LOST. */
@Service
@RequiredArgsConstructor
public class HolderStates {

    private final JdbcClient jdbc;

    /** By resident and account type, in one statement; what was never asked is left out. */
    public Map<UUID, Map<String, HolderState>> of(Collection<UUID> residents) {
        Map<UUID, Map<String, HolderState>> states = new HashMap<>();
        if (residents.isEmpty()) {
            return states;
        }
        jdbc.sql("""
                        select resident_id, account_type,
                               max(case result when 'USED' then 4 when 'ACTIVATED' then 3 when 'ALREADY_ACTIVE' then 3
                                               when 'ISSUED' then 2 when 'LOST' then 0 else 1 end) as reached
                        from (select a.resident_id, a.account_type, a.result,
                                     count(*) filter (where a.result = 'LOST') over (
                                         partition by a.resident_id, a.account_type
                                         order by v.visited_at desc, v.id desc
                                         rows between unbounded preceding and current row) as losses_since
                              from activation a
                              join visit v on v.id = a.visit_id and v.status <> 'WITHDRAWN'
                              where a.resident_id = any(:residents)) told
                        where losses_since = 0 or (losses_since = 1 and result = 'LOST')
                        group by resident_id, account_type
                        """).param("residents", residents.toArray(UUID[]::new)).query(row -> {
            states.computeIfAbsent(row.getObject("resident_id", UUID.class), any -> new HashMap<>())
                    .put(row.getString("account_type"), reached(row.getInt("reached")));
        });
        return states;
    }

    private static HolderState reached(int rank) {
        return switch (rank) {
            case 4 -> HolderState.USED;
            case 3 -> HolderState.ACTIVATED;
            case 2 -> HolderState.ISSUED;
            case 1 -> HolderState.NOT_YET;
            default -> HolderState.LOST;
        };
    }
}
