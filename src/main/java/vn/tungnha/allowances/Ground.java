package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything days and money are reckoned from, read at once.
 *
 * @param teams also teams elsewhere in which the same persons work
 * @param planned titles of the planned days, by commune
 * @param rules in force at any time of these days, by commune, also those that top up
 * @param paid days that stand in locked sheets
 */
record Ground(
        List<SheetTeam> teams,
        List<Seat> seats,
        List<Duty> duties,
        List<Mark> marks,
        Map<Long, Map<LocalDate, String>> planned,
        Map<Long, List<AllowanceRule>> rules,
        List<PaidDay> paid) {

    /** A member's day that a locked sheet has paid by a rule. */
    record PaidDay(UUID member, LocalDate day, long rule) {}

    Map<Long, SheetTeam> teamsById() {
        return teams.stream().collect(Collectors.toMap(SheetTeam::id, Function.identity()));
    }

    List<AllowanceRule> rulesOf(long commune) {
        return rules.getOrDefault(commune, List.of());
    }

    @Nullable
    String plan(long commune, LocalDate day) {
        return planned.getOrDefault(commune, Map.of()).get(day);
    }

    /** The same with other rules in one commune, for a look at what they would pay. */
    Ground with(long commune, List<AllowanceRule> others) {
        Map<Long, List<AllowanceRule>> changed = new HashMap<>(rules);
        changed.put(commune, others);
        return new Ground(teams, seats, duties, marks, planned, changed, paid);
    }
}
