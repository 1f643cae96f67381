package vn.tungnha.allowances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.closing.PeriodLocked;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/**
 * A ward's sheet of a month: reckoned from the days whenever it is asked for, frozen when the period is locked. What
 * changes after that stands as a difference in the sheet of the month after the last locked one.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class AllowanceSheets {

    /** Differences of older months are nobody's any more: their year is closed. */
    private static final int MONTHS_BACK = 12;

    private final GroundReader reader;
    private final FrozenSheets frozen;
    private final ScopeGuard guard;
    private final Units units;
    private final DayConfirmations confirmations;
    private final Clock clock;

    /** @param asLocked shows a locked month as it was locked, else as it stands */
    public MonthSheet of(UnitView ward, ReportPeriod period, boolean asLocked, CurrentUser user) {
        guard.require(user.scope(), Data.PEOPLE, ward.id());
        return sheet(ward, period, asLocked, null);
    }

    /** A team's month as it stands, for its own leader and for the ward. */
    public Reckoned team(long team, ReportPeriod period, CurrentUser user) {
        List<SheetTeam> own = reader.placed(Set.of(team), period.last());
        if (own.isEmpty()) {
            throw new NotFound("team", team);
        }
        if (!user.as(Role.TEAM_LEADER).scope().teams().contains(team)) {
            guard.require(user.scope(), Data.PEOPLE, own.get(0).commune());
        }
        return PayReckoning.of(reader.read(own, period.first(), period.last()), own, period);
    }

    /** The leader's word that the team's days are right as they stand. */
    @Transactional
    public void confirm(long team, ReportPeriod period, CurrentUser user) {
        if (!period.isOver(Days.today(clock))) {
            throw new RuleBroken("allowances.error.not-over");
        }
        Reckoned now = team(team, period, user);
        confirmations.confirm(team, wardOf(team, period.last()), period.code(), now, user);
    }

    /** The unit that pays a team, on a day. */
    public long wardOf(long team, LocalDate on) {
        return reader.placed(Set.of(team), on).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("team", team))
                .commune();
    }

    /** What the sheet would say by other rules, whatever was locked. */
    MonthSheet trial(UnitView ward, ReportPeriod period, List<AllowanceRule> rules) {
        return sheet(ward, period, false, rules);
    }

    MonthSheet sheet(UnitView ward, ReportPeriod period, boolean asLocked, @Nullable List<AllowanceRule> otherRules) {
        Optional<FrozenSheet> locked = frozen.find(ward.id(), period);
        List<ReportPeriod> periods = new ArrayList<>(locked.isPresent() ? List.of() : before(ward.id(), period));
        periods.add(period);
        Map<String, List<SheetTeam>> teams = reader.teams(List.of(ward.id()), periods);
        Ground ground = reader.read(
                teams.values().stream().flatMap(List::stream).toList(),
                periods.get(0).first(),
                period.last());
        if (otherRules != null) {
            ground = ground.with(ward.id(), otherRules);
        }
        Reckoned now = PayReckoning.of(ground, teams.getOrDefault(period.code(), List.of()), period);
        List<ReportPeriod> settled = locked.isPresent() ? List.of(period) : periods.subList(0, periods.size() - 1);
        List<PayLine> differences = differences(ward.id(), settled, teams, ground);
        boolean showsLock = asLocked && locked.isPresent();
        return new MonthSheet(
                ward,
                period,
                locked.orElse(null),
                now,
                differences,
                showsLock,
                showsLock
                        ? frozen.lines(locked.orElseThrow().id())
                        : locked.isPresent()
                                ? now.lines()
                                : Stream.concat(now.lines().stream(), differences.stream())
                                        .toList(),
                ground.rulesOf(ward.id()));
    }

    private List<PayLine> differences(
            long ward, List<ReportPeriod> settled, Map<String, List<SheetTeam>> teams, Ground ground) {
        if (settled.isEmpty()) {
            return List.of();
        }
        Map<String, List<PayLine>> paid = frozen
                .about(ward, settled.stream().map(ReportPeriod::code).toList())
                .stream()
                .collect(Collectors.groupingBy(PayLine::period));
        return settled.stream()
                .flatMap(it -> Differences.of(
                        paid.getOrDefault(it.code(), List.of()),
                        PayReckoning.of(ground, teams.getOrDefault(it.code(), List.of()), it))
                        .stream())
                .toList();
    }

    /** Locked months whose differences this one carries, the oldest first: none but in the month after the last locked one. */
    private List<ReportPeriod> before(long ward, ReportPeriod period) {
        LocalDate oldest = period.first().minusMonths(MONTHS_BACK);
        List<FrozenSheet> locked = frozen.between(ward, oldest, Days.FOREVER);
        if (locked.isEmpty() || !named(locked.get(0).period()).next().code().equals(period.code())) {
            return List.of();
        }
        List<ReportPeriod> before = new ArrayList<>();
        locked.forEach(
                it -> before.add(0, new ReportPeriod(named(it.period()), it.first(), it.last(), it.last(), it.last())));
        return before;
    }

    /** The first lock of a month freezes its sheet; locking the figures again does not pay anybody again. */
    @EventListener
    @Transactional
    void freeze(PeriodLocked event) {
        Period named = named(event.period());
        ReportPeriod period =
                new ReportPeriod(named, event.firstDay(), event.lastDay(), event.lastDay(), event.lastDay());
        if (named.grain() == Period.Grain.MONTH
                && frozen.find(event.commune(), period).isEmpty()) {
            MonthSheet sheet = sheet(units.get(event.commune(), event.lastDay()), period, false, null);
            frozen.write(
                    event.lock(), event.commune(), period, sheet.now().teams().size(), sheet.lines(), event.at());
        }
    }

    private static Period named(String code) {
        return Period.parse(code).orElseThrow();
    }
}
