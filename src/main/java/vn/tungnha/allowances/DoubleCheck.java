package vn.tungnha.allowances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.tungnha.allowances.DoublePay.Verdict;

/** Lets each person be paid once for a day, whatever teams, wards and programmes the person works in. */
final class DoubleCheck {

    /** A day that a rule would pay. */
    record Claim(WorkedDay worked, AllowanceRule rule) {

        Seat seat() {
            return worked.seat();
        }

        LocalDate day() {
            return worked.day();
        }

        /** What one person can be paid for on a day: this team's work in this programme. */
        String payer() {
            return seat().team() + " " + rule.programme();
        }
    }

    private record PersonDay(int person, LocalDate day) {}

    private final Set<Ground.PaidDay> paid;
    private final Map<Long, SheetTeam> teams;
    private final List<Claim> granted = new ArrayList<>();
    private final List<DoublePay> doubles = new ArrayList<>();

    private DoubleCheck(Ground ground) {
        paid = new HashSet<>(ground.paid());
        teams = ground.teamsById();
    }

    static DoubleCheck of(Ground ground, List<WorkedDay> days) {
        DoubleCheck check = new DoubleCheck(ground);
        Map<PersonDay, List<Claim>> claims = new LinkedHashMap<>();
        for (WorkedDay worked : days) {
            for (AllowanceRule rule : worked.counting()) {
                if (worked.marks().stream().noneMatch(it -> it.says(Mark.Kind.NOT_PAID, rule.programme()))) {
                    claims.computeIfAbsent(
                                    new PersonDay(worked.seat().person(), worked.day()), any -> new ArrayList<>())
                            .add(new Claim(worked, rule));
                }
            }
        }
        claims.values().forEach(check::settle);
        return check;
    }

    /** What is paid. */
    List<Claim> granted() {
        return granted;
    }

    List<DoublePay> doubles() {
        return doubles;
    }

    private void settle(List<Claim> claims) {
        Set<String> payers = new HashSet<>();
        claims.forEach(it -> payers.add(it.payer()));
        if (payers.size() == 1) {
            granted.addAll(claims);
            return;
        }
        Set<String> told = new HashSet<>();
        for (Claim claim : claims) {
            Verdict verdict = verdict(claim);
            if (verdict != Verdict.OPEN) {
                granted.add(claim);
            }
            if (told.add(claim.seat().id() + claim.payer())) {
                doubles.add(new DoublePay(
                        claim.seat(), claim.day(), claim.rule().programme(), verdict, others(claim, claims)));
            }
        }
    }

    private Verdict verdict(Claim claim) {
        if (isPaid(claim)) {
            return Verdict.SETTLED;
        }
        boolean accepted = claim.worked().marks().stream()
                .anyMatch(it -> it.says(Mark.Kind.PAID_ANYWAY, claim.rule().programme()));
        return accepted ? Verdict.ACCEPTED : Verdict.OPEN;
    }

    private List<DoublePay.Other> others(Claim claim, List<Claim> all) {
        Map<String, DoublePay.Other> others = new LinkedHashMap<>();
        for (Claim other : all) {
            SheetTeam team = teams.get(other.seat().team());
            if (team != null && !other.payer().equals(claim.payer())) {
                others.merge(
                        other.payer(),
                        new DoublePay.Other(
                                team.id(), team.commune(), other.rule().programme(), isPaid(other)),
                        (one, same) -> one.paid() ? one : same);
            }
        }
        return List.copyOf(others.values());
    }

    private boolean isPaid(Claim claim) {
        UUID member = claim.seat().id();
        return paid.contains(
                new Ground.PaidDay(member, claim.day(), claim.rule().id()));
    }
}
