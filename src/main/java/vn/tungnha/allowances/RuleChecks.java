package vn.tungnha.allowances;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What a rule must fulfil before it is kept, and before it pays. */
@Component
@RequiredArgsConstructor
class RuleChecks {

    private static final long MOST = 1_000_000_000L;
    private static final BigDecimal MOST_TIMES = BigDecimal.TEN;

    private final JdbcClient jdbc;
    private final RuleRows rows;
    private final Units units;
    private final Clock clock;

    void draft(RuleCommand rule) {
        require("programme", rule.programme());
        require("name", rule.name());
        require("funding", rule.funding());
        require("legalBasis", rule.legalBasis());
        if (rule.amount() <= 0 || rule.amount() > MOST) {
            throw RuleBroken.at("amount", "allowances.error.amount");
        }
        if (rule.monthCeiling() != null && rule.monthCeiling() < rule.amount()) {
            throw RuleBroken.at("monthCeiling", "allowances.error.ceiling");
        }
        if (rule.unitFactor().compareTo(BigDecimal.ONE) < 0 || rule.unitFactor().compareTo(MOST_TIMES) > 0) {
            throw RuleBroken.at("unitFactor", "allowances.error.factor");
        }
        if (rule.validTo().isBefore(rule.validFrom())) {
            throw RuleBroken.at("validTo", "allowances.error.days");
        }
        UnitView unit = units.get(rule.unit(), rule.validFrom());
        if (unit.level() != UnitLevel.PROVINCE && unit.level() != UnitLevel.COMMUNE) {
            throw RuleBroken.at("unit", "allowances.error.unit");
        }
        if (rule.topsUp() != null) {
            topUp(rule, rule.topsUp());
        }
    }

    /** A commune may add to a rule above it, as far as that one's factor reaches. */
    private void topUp(RuleCommand rule, long topped) {
        AllowanceRule base = rows.find(topped)
                .filter(it -> it.status() == RuleStatus.IN_FORCE && it.topsUp() == null)
                .orElseThrow(() -> RuleBroken.at("topsUp", "allowances.error.topped"));
        if (base.basis() != rule.basis()
                || base.unit() == null
                || base.unit() == rule.unit()
                || !units.isUnder(rule.unit(), base.unit(), rule.validFrom())) {
            throw RuleBroken.at("topsUp", "allowances.error.topped");
        }
        long others = rows.all().stream()
                .filter(it -> it.status() == RuleStatus.IN_FORCE
                        && base.id() == number(it.topsUp())
                        && rule.unit() == number(it.unit())
                        && it.id() != number(rule.replaces()))
                .filter(it ->
                        !it.validFrom().isAfter(rule.validTo()) && !it.validTo().isBefore(rule.validFrom()))
                .mapToLong(AllowanceRule::amount)
                .sum();
        long most =
                base.unitFactor().multiply(BigDecimal.valueOf(base.amount())).longValue() - base.amount();
        if (rule.amount() + others > most) {
            throw RuleBroken.at("amount", "allowances.error.top-up", most - others);
        }
    }

    /** Old months keep their rule: nothing may begin within a month that is locked anywhere it would pay. */
    void inForce(AllowanceRule rule) {
        requireOpen("validFrom", rule, rule.validFrom());
        if (rule.topsUp() != null) {
            topUp(command(rule), rule.topsUp());
        }
    }

    /** @return the last day, today unless told otherwise */
    LocalDate end(AllowanceRule rule, @Nullable LocalDate lastDay, String reason) {
        LocalDate last = lastDay == null ? Days.today(clock) : lastDay;
        if (reason.isBlank()) {
            throw RuleBroken.at("reason", "allowances.error.reason");
        }
        if (last.isBefore(rule.validFrom()) || last.isAfter(rule.validTo())) {
            throw RuleBroken.at("lastDay", "allowances.error.days");
        }
        requireOpen("lastDay", rule, last.plusDays(1));
        return last;
    }

    private void requireOpen(String field, AllowanceRule rule, LocalDate from) {
        LocalDate locked = jdbc.sql("""
                        select max(s.last_day) from allowance_sheet s join unit_closure c on c.descendant_id = s.unit_id
                             and c.ancestor_id = :unit and s.last_day between c.valid_from and c.valid_to
                        """)
                .param("unit", number(rule.unit()))
                .query((row, at) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
        if (locked != null && !from.isAfter(locked)) {
            throw RuleBroken.at(field, "allowances.error.locked-until", locked);
        }
    }

    private static RuleCommand command(AllowanceRule it) {
        return new RuleCommand(
                number(it.unit()),
                it.basis(),
                it.programme(),
                it.name(),
                it.amount(),
                it.kinds(),
                it.plannedOnly(),
                it.minimumWork(),
                it.monthCeiling(),
                it.unitFactor(),
                it.topsUp(),
                it.funding(),
                it.legalBasis(),
                it.source(),
                it.validFrom(),
                it.validTo(),
                it.replaces());
    }

    private static long number(@Nullable Long id) {
        return id == null ? -1 : id;
    }

    private static void require(String field, String text) {
        if (text.isBlank()) {
            throw RuleBroken.at(field, "allowances.error.needed");
        }
    }
}
