package vn.tungnha.allowances;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.UnitView;

/** Rules by which is paid: written as drafts, looked at on a real ward, put into force from a day on. */
@Service
@RequiredArgsConstructor
@Transactional
public class AllowanceRules {

    private final JdbcClient jdbc;
    private final RuleRows rows;
    private final RuleChecks checks;
    private final AllowanceSheets sheets;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What a ward's month comes to, by the rules in force and by the draft beside them. */
    public record Preview(MonthSheet before, MonthSheet after) {}

    /** Rules of the reader's places: those in force or over, and drafts for whoever may write them. */
    @Transactional(readOnly = true)
    public List<AllowanceRule> list(boolean drafts, CurrentUser user) {
        return rows.all().stream()
                .filter(it -> it.status() == RuleStatus.IN_FORCE || drafts && it.status() == RuleStatus.DRAFT)
                .filter(it -> concerns(it.unit(), user))
                .toList();
    }

    private boolean concerns(@Nullable Long unit, CurrentUser user) {
        return unit != null
                && (guard.covers(user.scope(), Data.FIGURES, unit)
                        || rows.isAbove(unit, user.scope().roots(Data.FIGURES), Days.today(clock)));
    }

    @Transactional(readOnly = true)
    public AllowanceRule get(long id) {
        return rows.find(id).orElseThrow(() -> new NotFound("allowance-rule", id));
    }

    /** A new draft, or a draft written anew. */
    public long write(@Nullable Long id, int version, RuleCommand command, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, command.unit());
        checks.draft(command);
        if (id == null) {
            long created =
                    values(jdbc.sql("""
                            insert into allowance_rule (unit_id, status, basis, programme, name, amount, kinds, planned_only,
                                minimum_work, month_ceiling, unit_factor, tops_up, funding, legal_basis, source, valid_from,
                                valid_to, replaces, changed_by, changed_at)
                            values (:unit, 'DRAFT', :basis, :programme, :name, :amount, :kinds, :plannedOnly, :minimumWork,
                                :ceiling, :factor, :topsUp, :funding, :legalBasis, :source, :from, :to, :replaces, :by, :at)
                            returning id
                            """), command, user).query(Long.class).single();
            tell("allowance-rule.drafted", null, get(created), null);
            return created;
        }
        AllowanceRule before = get(id);
        int written = values(jdbc.sql("""
                        update allowance_rule set unit_id = :unit, basis = :basis, programme = :programme, name = :name,
                            amount = :amount, kinds = :kinds, planned_only = :plannedOnly, minimum_work = :minimumWork,
                            month_ceiling = :ceiling, unit_factor = :factor, tops_up = :topsUp, funding = :funding,
                            legal_basis = :legalBasis, source = :source, valid_from = :from, valid_to = :to,
                            replaces = :replaces, changed_by = :by, changed_at = :at, version = version + 1
                        where id = :id and version = :version and status = 'DRAFT'
                        """), command, user)
                .param("id", id)
                .param("version", version)
                .update();
        if (written == 0) {
            throw new Stale("allowance-rule", id);
        }
        tell("allowance-rule.edited", before, get(id), null);
        return id;
    }

    /** The draft as if it were in force in that month, whatever its days say. */
    @Transactional(readOnly = true)
    public Preview preview(long id, UnitView ward, ReportPeriod month, CurrentUser user) {
        MonthSheet before = sheets.of(ward, month, false, user);
        AllowanceRule draft = get(id).during(month.first(), month.last());
        List<AllowanceRule> rules = Stream.concat(
                        before.rules().stream()
                                .filter(it -> it.id() != draft.id() && !Objects.equals(it.id(), draft.replaces())),
                        Stream.of(draft))
                .sorted(Comparator.comparing(AllowanceRule::basis)
                        .thenComparing(it -> it.topsUp() != null)
                        .thenComparing(AllowanceRule::id))
                .toList();
        return new Preview(before, sheets.trial(ward, month, rules));
    }

    /** From its first day on; the rule it replaces ends the day before. Months that are locked keep theirs. */
    public void putInForce(long id, int version, CurrentUser user) {
        AllowanceRule draft = get(id);
        if (draft.status() != RuleStatus.DRAFT || draft.version() != version) {
            throw new Stale("allowance-rule", id);
        }
        checks.inForce(draft);
        Long replaced = draft.replaces();
        if (replaced != null) {
            endBefore(get(replaced), draft.validFrom(), user);
        }
        set("status = 'IN_FORCE'", id, user);
        tell("allowance-rule.in-force", draft, get(id), null);
    }

    /** A draft is put aside; a rule in force ends with that day. */
    public void end(long id, int version, @Nullable LocalDate lastDay, String reason, CurrentUser user) {
        AllowanceRule before = get(id);
        if (before.version() != version) {
            throw new Stale("allowance-rule", id);
        }
        if (before.status() == RuleStatus.DRAFT) {
            set("status = 'WITHDRAWN'", id, user);
        } else {
            LocalDate last = checks.end(before, lastDay, reason);
            endBefore(before, last.plusDays(1), user);
        }
        tell("allowance-rule.ended", before, get(id), reason.isBlank() ? null : reason.strip());
    }

    private void endBefore(AllowanceRule rule, LocalDate next, CurrentUser user) {
        if (rule.validTo().isBefore(next)) {
            return;
        }
        jdbc.sql("""
                        update allowance_rule set valid_to = greatest(valid_from, :last), version = version + 1,
                            status = case when valid_from > :last then 'WITHDRAWN' else status end,
                            changed_by = :by, changed_at = :at where id = :id
                        """)
                .param("last", next.minusDays(1))
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", rule.id())
                .update();
    }

    private void set(String what, long id, CurrentUser user) {
        jdbc.sql("update allowance_rule set " + what
                        + ", version = version + 1, changed_by = :by, changed_at = :at where id = :id")
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, RuleCommand rule, CurrentUser user) {
        return statement
                .param("unit", rule.unit())
                .param("basis", rule.basis().name())
                .param("programme", rule.programme().strip())
                .param("name", rule.name().strip())
                .param("amount", rule.amount())
                .param("kinds", rule.kinds().toArray(String[]::new))
                .param("plannedOnly", rule.plannedOnly())
                .param("minimumWork", rule.minimumWork())
                .param("ceiling", rule.monthCeiling(), Types.BIGINT)
                .param("factor", rule.unitFactor())
                .param("topsUp", rule.topsUp(), Types.BIGINT)
                .param("funding", rule.funding().strip())
                .param("legalBasis", rule.legalBasis().strip())
                .param("source", rule.source(), Types.VARCHAR)
                .param("from", rule.validFrom())
                .param("to", rule.validTo())
                .param("replaces", rule.replaces(), Types.BIGINT)
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void tell(String action, @Nullable AllowanceRule before, AllowanceRule after, @Nullable String reason) {
        events.publishEvent(new Audited(
                action,
                "allowance-rule",
                String.valueOf(after.id()),
                after.unit(),
                before == null ? null : facts(before),
                facts(after),
                reason));
    }

    private static Map<String, Object> facts(AllowanceRule rule) {
        return Map.of(
                "name", rule.name(),
                "amount", rule.amount(),
                "status", rule.status().name(),
                "validFrom", rule.validFrom().toString(),
                "validTo", rule.validTo().toString(),
                "kinds", rule.kinds().stream().sorted().toList());
    }
}
