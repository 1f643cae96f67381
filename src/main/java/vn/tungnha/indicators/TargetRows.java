package vn.tungnha.indicators;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;

/** Reads targets in force of any number of places in one statement. */
@Component
@RequiredArgsConstructor
class TargetRows {

    static final String COLUMNS = "t.id, t.version, t.indicator_id, t.unit_id, t.team_id, t.period, t.kind, t.amount, "
            + "(t.entered_at at time zone 'Asia/Ho_Chi_Minh')::date as entered_on, t.carried";

    /** An area also answers for the district it continues; its own target comes first. */
    private static final String IN_FORCE = "select coalesce(u.id, t.team_id) as place, " + COLUMNS + """
             from target t
            left join unit u on (u.id = t.unit_id or u.continues_id = t.unit_id) and u.id = any(:units)
            where t.replaced_at is null and t.indicator_id = any(:indicators)
              and (u.id is not null or t.team_id = any(:teams))
            order by (u.id = t.unit_id) nulls first
            """;

    private final JdbcClient jdbc;

    Found read(Collection<Integer> indicators, Collection<TargetPlace> places) {
        Map<Key, TargetInForce> found = new HashMap<>();
        jdbc.sql(IN_FORCE)
                .param("indicators", indicators.toArray(Integer[]::new))
                .param("units", ids(places, false))
                .param("teams", ids(places, true))
                .query((row, n) -> {
                    TargetInForce target = TargetInForceMapper.of(row);
                    return found.put(
                            new Key(
                                    new TargetPlace.Key(row.getLong("place"), target.teamId() != null),
                                    target.indicatorId(),
                                    target.kind(),
                                    target.period()),
                            target);
                })
                .list();
        return new Found(found);
    }

    private static Long[] ids(Collection<TargetPlace> places, boolean teams) {
        return places.stream()
                .filter(it -> it.team() == teams)
                .map(TargetPlace::id)
                .toArray(Long[]::new);
    }

    private record Key(TargetPlace.Key place, int indicator, String kind, String period) {}

    /** What was found. */
    record Found(Map<Key, TargetInForce> targets) {

        /** The target of the period of that name; where {@code longer}, else that of the quarter or year around it. */
        @Nullable
        TargetInForce of(TargetPlace place, int indicator, String kind, Period period, boolean longer) {
            for (Period each : longer ? around(period) : List.of(period.named())) {
                TargetInForce target = targets.get(new Key(place.key(), indicator, kind, each.code()));
                if (target != null) {
                    return target;
                }
            }
            return null;
        }
    }

    /** The period of that name, then the longer ones that hold it. */
    static List<Period> around(Period days) {
        Period period = days.named();
        Period year = Period.of(Grain.YEAR, period.last());
        return switch (period.grain()) {
            case MONTH -> List.of(period, Period.of(Grain.QUARTER, period.last()), year);
            case QUARTER -> List.of(period, year);
            case YEAR -> List.of(period);
            case CUMULATIVE -> year.contains(period.first()) ? List.of(period, year) : List.of(period);
        };
    }
}
