package vn.tungnha.allowances;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a team receives in a month, without names.
 *
 * @param members how many of them are paid days
 * @param days paid days of all of them
 * @param ofTeam đồng for the team as a whole
 * @param ofMembers đồng for members' days
 * @param difference đồng more or less for months already locked
 */
public record TeamTotal(long team, String name, int members, int days, long ofTeam, long ofMembers, long difference) {

    public long amount() {
        return ofTeam + ofMembers + difference;
    }

    /** Every team of the sheet, also those that receive nothing. */
    public static List<TeamTotal> of(MonthSheet sheet) {
        Map<Long, String> names = new LinkedHashMap<>();
        sheet.now().teams().forEach(it -> names.put(it.id(), it.name()));
        sheet.lines().forEach(it -> names.putIfAbsent(it.team(), it.teamName()));
        List<PayRow> rows = PayRow.of(sheet.lines(), sheet.rules());
        List<TeamTotal> totals = new ArrayList<>();
        names.forEach((team, name) -> {
            List<PayRow> own = rows.stream().filter(it -> it.team() == team).toList();
            totals.add(new TeamTotal(
                    team,
                    name,
                    (int) own.stream()
                            .filter(PayRow::isForMember)
                            .map(PayRow::member)
                            .distinct()
                            .count(),
                    own.stream()
                            .filter(PayRow::isForMember)
                            .mapToInt(PayRow::days)
                            .sum(),
                    own.stream()
                            .filter(PayRow::isForTeam)
                            .mapToLong(PayRow::amount)
                            .sum(),
                    own.stream()
                            .filter(PayRow::isForMember)
                            .mapToLong(PayRow::amount)
                            .sum(),
                    own.stream()
                            .filter(PayRow::isDifference)
                            .mapToLong(PayRow::amount)
                            .sum()));
        });
        return totals;
    }
}
