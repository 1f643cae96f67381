package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.shared.Period;

/** Reads targets and stated figures of any number of spots, one statement each. */
@Component
@RequiredArgsConstructor
class Goals {

    private final JdbcClient jdbc;
    private final CarriedCounts carried;

    Found read(List<Spot> spots, Collection<Integer> indicators) {
        Map<Key, BigDecimal> targets = new HashMap<>();
        Map<Key, StatedValue> stated = new HashMap<>();
        Integer[] ids = indicators.toArray(Integer[]::new);
        jdbc.sql("""
                        select coalesce(unit_id, team_id) as place, team_id is not null as of_team, indicator_id, kind, period, amount
                        from target where replaced_at is null and indicator_id = any(:indicators)
                          and (unit_id = any(:units) or team_id = any(:teams))
                        """)
                .param("indicators", ids)
                .param("units", places(spots, false))
                .param("teams", places(spots, true))
                .query(row -> {
                    targets.put(
                            new Key(
                                    row.getLong("place"),
                                    row.getBoolean("of_team"),
                                    row.getInt("indicator_id"),
                                    row.getString("kind"),
                                    row.getString("period")),
                            row.getBigDecimal("amount"));
                });
        jdbc.sql("""
                        select unit_id, indicator_id, variant, period, value, numerator, denominator, inferred, qualifier, rank, ranked,
                               stated_target, stated_as, source
                        from stated_figure where indicator_id = any(:indicators) and unit_id = any(:units)
                        """)
                .param("indicators", ids)
                .param("units", places(spots, false))
                .query(row -> {
                    stated.put(
                            new Key(
                                    row.getLong("unit_id"),
                                    false,
                                    row.getInt("indicator_id"),
                                    stated(row.getString("variant")),
                                    row.getString("period")),
                            StatedRows.of(row));
                });
        Map<Key, BigDecimal> made = carried.read(spots, indicators);
        targets.putAll(made);
        return new Found(targets, stated, made.keySet());
    }

    private static String stated(@Nullable String variant) {
        return variant == null ? "STATED" : "STATED " + variant;
    }

    private static Long[] places(List<Spot> spots, boolean teams) {
        List<Long> ids = new ArrayList<>();
        spots.stream().filter(it -> it.ofTeam() == teams).forEach(spot -> {
            ids.add(spot.place());
            if (spot.also() != null) {
                ids.add(spot.also());
            }
        });
        return ids.stream().distinct().toArray(Long[]::new);
    }

    /** Whose, of which indicator, of which kind, for which period. */
    record Key(long place, boolean ofTeam, int indicator, String kind, String period) {}

    /**
     * A target and the period it was set for.
     *
     * @param carried whether it was put together from those of units merged into this one
     */
    record Target(BigDecimal amount, String period, boolean carried) {}

    /** What was found. */
    record Found(Map<Key, BigDecimal> targets, Map<Key, StatedValue> stated, Set<Key> carried) {

        /** The target of the period of that name; where {@code longer}, else that of the quarter or year around it. */
        @Nullable
        Target target(Spot spot, int indicator, String kind, boolean longer) {
            for (Period period : longer
                    ? TargetRows.around(spot.period())
                    : List.of(spot.period().named())) {
                for (Long place : ids(spot)) {
                    Key key = new Key(place, spot.ofTeam(), indicator, kind, period.code());
                    BigDecimal amount = targets.get(key);
                    if (amount != null) {
                        return new Target(amount, period.code(), carried.contains(key));
                    }
                }
            }
            return null;
        }

        /** What was published of that very way to reckon. */
        @Nullable
        StatedValue stated(Spot spot, int indicator, Variant variant) {
            for (Long place : ids(spot)) {
                StatedValue found = stated(place, spot, indicator, variant.code());
                if (found == null && variant.standard()) {
                    found = stated(place, spot, indicator, null);
                }
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        private @Nullable StatedValue stated(long place, Spot spot, int indicator, @Nullable String variant) {
            String period = spot.period().code();
            return stated.get(new Key(place, spot.ofTeam(), indicator, Goals.stated(variant), period));
        }

        private static List<Long> ids(Spot spot) {
            Long also = spot.also();
            return also == null ? List.of(spot.place()) : List.of(spot.place(), also);
        }
    }
}
