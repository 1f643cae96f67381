package vn.tungnha.allowances;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver signs for: a rule's line together with what the commune adds to it.
 *
 * @param member null for a team as a whole
 * @param reason of a difference, else null
 */
public record PayRow(
        long team,
        String teamName,
        @Nullable UUID member,
        String name,
        String role,
        String period,
        int days,
        long rate,
        long amount,
        @Nullable String reason) {

    private record Key(long team, @Nullable UUID member, String period, int days, long base, boolean difference) {}

    public boolean isForTeam() {
        return member == null && reason == null;
    }

    public boolean isForMember() {
        return member != null && reason == null;
    }

    public boolean isDifference() {
        return reason != null;
    }

    public boolean isCapped() {
        return reason == null && amount < rate * days;
    }

    /** In the order of the lines. */
    public static List<PayRow> of(List<PayLine> lines, List<AllowanceRule> rules) {
        Map<Long, Long> bases = rules.stream()
                .filter(it -> it.topsUp() != null)
                .collect(Collectors.toMap(AllowanceRule::id, it -> Objects.requireNonNull(it.topsUp())));
        Map<Key, PayRow> rows = new LinkedHashMap<>();
        for (PayLine line : lines) {
            Key key = new Key(
                    line.team(),
                    line.member(),
                    line.period(),
                    line.days(),
                    bases.getOrDefault(line.rule(), line.rule()),
                    line.isDifference());
            rows.merge(key, of(line), PayRow::and);
        }
        return new ArrayList<>(rows.values());
    }

    private static PayRow of(PayLine line) {
        return new PayRow(
                line.team(),
                line.teamName(),
                line.member(),
                line.name(),
                line.role(),
                line.period(),
                line.days(),
                line.rate(),
                line.amount(),
                line.reason());
    }

    private PayRow and(PayRow other) {
        return new PayRow(
                team, teamName, member, name, role, period, days, rate + other.rate, amount + other.amount, reason);
    }
}
