package vn.tungnha.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.House;

/** How far a round has come, house by house: the latest valid visit of each household since a day. */
@Service
@RequiredArgsConstructor
public class HouseStates {

    private final JdbcClient jdbc;

    /**
     * By alley, in walking order.
     *
     * @param numbered whether the reader may know house numbers and alleys; else neither is told
     */
    public Map<String, List<House>> byAlley(
            Collection<Long> villages, LocalDate since, LocalDate on, boolean numbered) {
        Map<String, List<House>> alleys = new LinkedHashMap<>();
        jdbc.sql("""
                        select h.alley, h.number, case l.outcome when 'MET' then 'met' when 'ABSENT' then 'absent'
                            when 'FOLLOW_UP' then 'later' when 'REFUSED' then 'refused' else 'none' end as state
                        from household h
                        left join lateral (select v.outcome from visit v where v.household_id = h.id
                            and v.visited_on between :since and :on and v.status <> 'WITHDRAWN' and v.place = 'HOME'
                            order by v.visited_at desc limit 1) l on true
                        where h.village_id = any(:villages) and :on between h.registered_on and h.ended_on
                        order by h.sort_key
                        """)
                .param("villages", villages.toArray(Long[]::new))
                .param("since", since)
                .param("on", on)
                .query(row -> {
                    String alley = row.getString("alley");
                    alleys.computeIfAbsent(alley, name -> new ArrayList<>())
                            .add(new House(numbered ? row.getString("number") : "", row.getString("state"), false));
                });
        return alleys;
    }
}
