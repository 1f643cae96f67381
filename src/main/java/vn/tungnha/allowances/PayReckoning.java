package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.shared.VietnameseText;

/** Turns a month's days into lines of money. Nothing here asks the database. */
final class PayReckoning {

    private static final List<String> RANKS = List.of("LEADER", "DEPUTY", "MEMBER");

    private final Ground ground;
    private final ReportPeriod period;
    private final List<WorkedDay> days;
    private final Map<UUID, List<DoubleCheck.Claim>> granted;
    private final List<PayLine> lines = new ArrayList<>();

    private PayReckoning(Ground ground, ReportPeriod period, List<WorkedDay> days, List<DoubleCheck.Claim> granted) {
        this.ground = ground;
        this.period = period;
        this.days = days;
        this.granted =
                granted.stream().collect(Collectors.groupingBy(it -> it.seat().id()));
    }

    /** @param teams those the sheet is about, in its order */
    static Reckoned of(Ground ground, List<SheetTeam> teams, ReportPeriod period) {
        List<WorkedDay> all = DayBook.of(ground).stream()
                .filter(it -> !it.day().isBefore(period.first()) && !it.day().isAfter(period.last()))
                .toList();
        DoubleCheck check = DoubleCheck.of(ground, all);
        List<Long> ids = teams.stream().map(SheetTeam::id).toList();
        List<WorkedDay> own =
                all.stream().filter(it -> ids.contains(it.seat().team())).toList();
        List<Seat> seats = ground.seats().stream()
                .filter(it -> ids.contains(it.team()))
                .filter(it ->
                        !it.joinedOn().isAfter(period.last()) && !it.leftOn().isBefore(period.first()))
                .sorted(Comparator.comparingInt((Seat it) -> ids.indexOf(it.team()))
                        .thenComparingInt(it -> RANKS.indexOf(it.role()))
                        .thenComparing(it -> VietnameseText.nameKey(it.name()))
                        .thenComparing(Seat::joinedOn))
                .toList();
        PayReckoning reckoning = new PayReckoning(ground, period, own, check.granted());
        teams.forEach(team -> {
            reckoning.team(team, seats);
            seats.stream().filter(it -> it.team() == team.id()).forEach(it -> reckoning.member(team, it));
        });
        return new Reckoned(
                teams,
                seats,
                own,
                reckoning.lines,
                check.doubles().stream()
                        .filter(it -> ids.contains(it.seat().team()))
                        .toList());
    }

    /** What the team receives for the month, into the hands of whoever leads it at the end. */
    private void team(SheetTeam team, List<Seat> seats) {
        if (!team.exists(period.last())) {
            return;
        }
        String leader = seats.stream()
                .filter(it -> it.team() == team.id() && it.role().equals("LEADER") && it.holds(period.last()))
                .map(Seat::name)
                .findFirst()
                .orElse("");
        for (AllowanceRule rule : ground.rulesOf(team.commune())) {
            if (rule.basis() == RuleBasis.TEAM_MONTH
                    && rule.isInForce(period.last())
                    && daysOf(team, rule) >= base(rule).minimumWork()) {
                lines.add(line(team, null, leader, "LEADER", rule, List.of(), 1));
            }
        }
    }

    private long daysOf(SheetTeam team, AllowanceRule rule) {
        AllowanceRule base = base(rule);
        return days.stream()
                .filter(it -> it.seat().team() == team.id() && it.worked())
                .filter(it -> it.added()
                        || it.duties().stream()
                                .anyMatch(duty -> base.counts(duty.kind(), duty.planned() || it.plan() != null)))
                .map(WorkedDay::day)
                .distinct()
                .count();
    }

    /** A rule that tops up another stands under that one's conditions. */
    private AllowanceRule base(AllowanceRule rule) {
        Long topped = rule.topsUp();
        return topped == null
                ? rule
                : ground.rules().values().stream()
                        .flatMap(List::stream)
                        .filter(it -> it.id() == topped)
                        .findFirst()
                        .orElse(rule);
    }

    private void member(SheetTeam team, Seat seat) {
        Map<Long, List<LocalDate>> byRule = granted.getOrDefault(seat.id(), List.of()).stream()
                .collect(Collectors.groupingBy(
                        it -> it.rule().id(), Collectors.mapping(DoubleCheck.Claim::day, Collectors.toList())));
        for (AllowanceRule rule : ground.rulesOf(team.commune())) {
            if (rule.basis() == RuleBasis.MEMBER_DAY) {
                List<LocalDate> on =
                        byRule.getOrDefault(rule.topsUp() == null ? rule.id() : rule.topsUp(), List.of()).stream()
                                .filter(rule::isInForce)
                                .sorted()
                                .toList();
                if (!on.isEmpty()) {
                    lines.add(line(team, seat.id(), seat.name(), seat.role(), rule, on, on.size()));
                }
            }
        }
    }

    private PayLine line(
            SheetTeam team,
            @Nullable UUID member,
            String name,
            String role,
            AllowanceRule rule,
            List<LocalDate> on,
            int times) {
        return new PayLine(
                team.id(),
                team.name(),
                member,
                name,
                role,
                rule.id(),
                period.code(),
                times,
                rule.amount(),
                rule.pays(times),
                null,
                on,
                List.of());
    }
}
