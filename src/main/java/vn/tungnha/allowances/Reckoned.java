package vn.tungnha.allowances;

import java.util.List;

/**
 * A month of a ward as it stands.
 *
 * @param teams of the ward in that month
 * @param seats rows of members of these teams
 * @param days of these members
 * @param lines what is to be paid
 * @param doubles days of these members that somebody else would pay too
 */
public record Reckoned(
        List<SheetTeam> teams, List<Seat> seats, List<WorkedDay> days, List<PayLine> lines, List<DoublePay> doubles) {

    /** The same for one of the teams; the others stay known by name. */
    public Reckoned of(long team) {
        return new Reckoned(
                teams,
                seats.stream().filter(it -> it.team() == team).toList(),
                days.stream().filter(it -> it.seat().team() == team).toList(),
                lines.stream().filter(it -> it.team() == team).toList(),
                doubles.stream().filter(it -> it.seat().team() == team).toList());
    }
}
