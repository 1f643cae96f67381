package vn.tungnha.allowances;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;

/** A month of made-up teams without a database: October 2026, ward 1 and ward 2. */
final class Book {

    static final String CITY = "NQ 26/2025/NQ-HĐND";
    static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    static final ReportPeriod OCTOBER = new ReportPeriod(
            Period.parse("2026-10").orElseThrow(), FIRST, FIRST.plusDays(30), FIRST.plusDays(33), FIRST.plusDays(35));

    final List<SheetTeam> teams = new ArrayList<>();
    final List<Seat> seats = new ArrayList<>();
    final List<Duty> duties = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();
    final Map<Long, Map<LocalDate, String>> planned = new HashMap<>();
    final Map<Long, List<AllowanceRule>> rules = new HashMap<>();
    final List<Ground.PaidDay> paid = new ArrayList<>();

    Book team(long id, long ward) {
        teams.add(new SheetTeam(id, "Tổ " + id, ward, Days.SINCE_EVER, Days.FOREVER));
        return this;
    }

    UUID seat(long team, String name, String role, String phone) {
        return seat(team, name, role, phone, Days.SINCE_EVER, Days.FOREVER);
    }

    UUID seat(long team, String name, String role, String phone, LocalDate from, LocalDate to) {
        UUID id = UUID.randomUUID();
        seats.add(new Seat(id, team, 0, name, role, phone, null, from, to));
        return id;
    }

    /** Goes from door to door. */
    void visits(long team, UUID member, int... days) {
        for (int day : days) {
            duties.add(new Duty(team, member, on(day), "VISIT", UUID.randomUUID(), "", false));
        }
    }

    void planned(long ward, int... days) {
        for (int day : days) {
            planned.computeIfAbsent(ward, any -> new HashMap<>()).put(on(day), "Ra quân");
        }
    }

    Mark mark(long team, UUID member, int day, Mark.Kind kind, String reason) {
        boolean verdict = kind == Mark.Kind.NOT_PAID || kind == Mark.Kind.PAID_ANYWAY;
        Mark mark = new Mark(
                UUID.randomUUID(),
                team,
                member,
                on(day),
                kind,
                kind == Mark.Kind.ADDED ? "DESK" : null,
                kind == Mark.Kind.ADDED,
                verdict ? CITY : null,
                reason,
                "Cán bộ phường",
                Instant.EPOCH,
                null,
                null);
        marks.add(mark);
        return mark;
    }

    /** The two rules of the city, for a ward. */
    Book cityPays(long ward) {
        rules.computeIfAbsent(ward, any -> new ArrayList<>())
                .addAll(List.of(
                        rule(1, RuleBasis.TEAM_MONTH, 300_000, false, null),
                        rule(2, RuleBasis.MEMBER_DAY, 50_000, true, null)));
        return this;
    }

    static AllowanceRule rule(long id, RuleBasis basis, long amount, boolean plannedOnly, Long ceiling) {
        return rule(id, basis, amount, plannedOnly, ceiling, null, CITY);
    }

    static AllowanceRule rule(
            long id, RuleBasis basis, long amount, boolean plannedOnly, Long ceiling, Long topsUp, String programme) {
        return new AllowanceRule(
                id,
                0,
                1L,
                RuleStatus.IN_FORCE,
                basis,
                programme,
                "Khoản " + id,
                amount,
                Set.of(),
                plannedOnly,
                0,
                ceiling,
                BigDecimal.valueOf(2),
                topsUp,
                "Ngân sách",
                "Nghị quyết",
                null,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 12, 31),
                null);
    }

    static LocalDate on(int day) {
        return FIRST.withDayOfMonth(day);
    }

    /** A ward's month as it stands. */
    Reckoned ofWard(long ward) {
        Ground ground = new Ground(teams, Persons.told(seats), duties, marks, planned, rules, paid);
        return PayReckoning.of(
                ground, teams.stream().filter(it -> it.commune() == ward).toList(), OCTOBER);
    }

    static long total(Reckoned reckoned) {
        return reckoned.lines().stream().mapToLong(PayLine::amount).sum();
    }
}
