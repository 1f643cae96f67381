package vn.tungnha.indicators;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Writes targets: a change keeps the old row, and the trail says who, from what to what, and why. */
@Component
@RequiredArgsConstructor
class TargetStore {

    private static final String SAME = """
            indicator_id = :indicator and coalesce(unit_id, 0) = :unit and coalesce(team_id, 0) = :team
              and period = :period and kind = :kind
            """;

    private final JdbcClient jdbc;
    private final Counters counters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** One change of an indicator's targets at a time, and none while a period is being locked. */
    void lock(int indicator) {
        counters.enter();
        jdbc.sql("select id from indicator where id = :id for no key update")
                .param("id", indicator)
                .query()
                .listOfRows();
    }

    Optional<Stored> current(TargetCommand command, int indicator) {
        return bind(
                        jdbc.sql("select id, version, amount from target where replaced_at is null and " + SAME),
                        command,
                        indicator)
                .query(Stored.class)
                .optional();
    }

    /**
     * @param expected the version the writer saw, 0 for none; null = whatever it is now
     * @throws Stale when it is another by now
     */
    void put(
            TargetCommand command,
            int indicator,
            @Nullable Integer expected,
            @Nullable UUID cascade,
            boolean carried,
            CurrentUser user) {
        Optional<Stored> old = current(command, indicator);
        if (expected != null && !expected.equals(old.map(Stored::version).orElse(0))) {
            throw new Stale("target", command.indicator());
        }
        if (old.isPresent() && (command.reason() == null || command.reason().isBlank())) {
            throw RuleBroken.at("reason", "indicators.error.reason-missing");
        }
        old.ifPresent(it -> replace(it.id()));
        int version = bind(
                        jdbc.sql("select coalesce(max(version), 0) + 1 from target where " + SAME), command, indicator)
                .query(Integer.class)
                .single();
        bind(jdbc.sql("""
                        insert into target (version, indicator_id, unit_id, team_id, period, first_day, last_day, amount, kind, reason,
                                            cascade_id, carried, entered_by, entered_at)
                        values (:version, :indicator, nullif(:unit, 0), nullif(:team, 0), :period, :first, :last, :amount, :kind,
                                :reason, :cascade, :carried, :by, :now)
                        """), command, indicator)
                .param("version", version)
                .param("first", command.period().first())
                .param("last", command.period().last())
                .param("amount", command.amount())
                .param("reason", command.reason(), Types.VARCHAR)
                .param("cascade", cascade, Types.OTHER)
                .param("carried", carried)
                .param("by", user.accountId())
                .param("now", now())
                .update();
        tell(
                "target.set",
                command,
                old.map(it -> Map.of("amount", it.amount())).orElse(null),
                Map.of("amount", command.amount(), "kind", command.kind().name()));
        if (old.isEmpty() || old.get().amount().compareTo(command.amount()) != 0) {
            move(command, indicator, old.map(Stored::amount).orElse(null), command.amount());
        }
    }

    /** Takes a target back without setting another. */
    void withdraw(TargetCommand command, int indicator, CurrentUser user) {
        current(command, indicator).ifPresent(old -> {
            jdbc.sql(
                            "update target set replaced_at = :now, withdrawn_by = :by, withdrawal_reason = :reason where id = :id")
                    .param("now", now())
                    .param("by", user.accountId())
                    .param("reason", command.reason(), Types.VARCHAR)
                    .param("id", old.id())
                    .update();
            tell("target.withdrawn", command, Map.of("amount", old.amount()), null);
            move(command, indicator, old.amount(), null);
        });
    }

    /** A count that figures are divided by moves them like a changed part does. */
    private void move(TargetCommand command, int indicator, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        Long unit = command.unitId();
        if (unit != null && command.kind() == Kind.COUNT && isQuota(indicator)) {
            events.publishEvent(new QuotaChanged(unit, indicator, command.period(), before, after));
        }
    }

    private boolean isQuota(int indicator) {
        return jdbc.sql("""
                        select exists (select from indicator_variant a join indicator_version v on v.id = a.indicator_version_id
                            where v.indicator_id = :indicator and a.denominator = 'QUOTA')
                        """).param("indicator", indicator).query(Boolean.class).single();
    }

    private void replace(long id) {
        jdbc.sql("update target set replaced_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    private void tell(String action, TargetCommand command, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(new Audited(
                action,
                "target",
                command.indicator() + " " + command.period().code()
                        + (command.teamId() == null ? "" : " team " + command.teamId()),
                command.unitId(),
                before,
                after,
                command.reason()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, TargetCommand command, int indicator) {
        return statement
                .param("indicator", indicator)
                .param("unit", command.unitId() == null ? 0L : command.unitId())
                .param("team", command.teamId() == null ? 0L : command.teamId())
                .param("period", command.period().code())
                .param("kind", command.kind().name());
    }

    /** A target in force. */
    record Stored(long id, int version, BigDecimal amount) {}
}
