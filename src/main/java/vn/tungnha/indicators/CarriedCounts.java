package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts set for units that were merged into others: in the tree of a chosen day they add up, for figures as for the list
 * of targets. Rates wait for somebody to confirm them.
 */
@Component
@RequiredArgsConstructor
class CarriedCounts {

    private final JdbcClient jdbc;

    /** At most three statements, and none where each day's own tree is asked for. */
    Map<Goals.Key, BigDecimal> read(List<Spot> spots, Collection<Integer> indicators) {
        List<Spot> pinned =
                spots.stream().filter(it -> it.pinned() && !it.ofTeam()).toList();
        if (pinned.isEmpty()) {
            return Map.of();
        }
        Set<Long> units = new LinkedHashSet<>(pinned.stream().map(Spot::place).toList());
        List<Carry.Step> steps = jdbc.sql(CarriedTargets.STEPS)
                .param("units", units.toArray(Long[]::new))
                .param("day", pinned.get(0).day())
                .query(Carry.Step.class)
                .list();
        if (steps.isEmpty()) {
            return Map.of();
        }
        Set<Long> all = new LinkedHashSet<>(units);
        steps.forEach(step -> all.add(step.fromId()));
        Map<Of, Map<Long, TargetInForce>> targets = targets(all, indicators);
        Carry carry = new Carry(steps, targets.isEmpty() ? Map.of() : born(all));
        Map<Goals.Key, BigDecimal> carried = new HashMap<>();
        targets.forEach((of, own) -> units.forEach(unit -> {
            List<Long> sources = carry.sources(unit, own);
            if (!sources.isEmpty()) {
                carried.put(
                        new Goals.Key(unit, false, of.indicator(), "COUNT", of.period()),
                        sources.stream()
                                .map(it -> Objects.requireNonNull(own.get(it)).amount())
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
            }
        }));
        return carried;
    }

    private Map<Of, Map<Long, TargetInForce>> targets(Set<Long> units, Collection<Integer> indicators) {
        Map<Of, Map<Long, TargetInForce>> targets = new HashMap<>();
        jdbc.sql("select " + TargetRows.COLUMNS + " from target t where t.replaced_at is null and t.kind = 'COUNT' "
                        + "and t.indicator_id = any(:indicators) and t.unit_id = any(:units)")
                .param("indicators", indicators.toArray(Integer[]::new))
                .param("units", units.toArray(Long[]::new))
                .query((row, at) -> TargetInForceMapper.of(row))
                .list()
                .forEach(target -> targets.computeIfAbsent(
                                new Of(target.indicatorId(), target.period()), of -> new HashMap<>())
                        .put(Objects.requireNonNull(target.unitId()), target));
        return targets;
    }

    private Map<Long, LocalDate> born(Set<Long> units) {
        Map<Long, LocalDate> born = new HashMap<>();
        jdbc.sql("select id, valid_from from unit where id = any(:units)")
                .param("units", units.toArray(Long[]::new))
                .query(row -> {
                    born.put(row.getLong("id"), row.getObject("valid_from", LocalDate.class));
                });
        return born;
    }

    /** Of which indicator, for which period. */
    private record Of(int indicator, String period) {}
}
