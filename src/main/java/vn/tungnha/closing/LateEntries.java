package vn.tungnha.closing;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.indicators.DefinitionRestated;
import vn.tungnha.indicators.FiguresChanged;
import vn.tungnha.indicators.FiguresChanged.Change;
import vn.tungnha.indicators.QuotaChanged;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** The ledger of locked periods: written in the transaction that moves a figure, so that none can be missed. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class LateEntries {

    private final JdbcClient jdbc;
    private final TouchedLocks locks;
    private final ScopeGuard guard;
    private final CurrentUsers users;
    private final Causes causes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @EventListener
    @Transactional
    void enter(FiguresChanged event) {
        Map<Long, List<Change>> byLock = locks.by(event.changes());
        if (byLock.isEmpty()) {
            return;
        }
        Causes.Cause cause = causes.present();
        byLock.forEach((lock, changes) -> {
            long entry = insert(lock, cause, cause.reason(), null);
            tell(lock, cause);
            changes.forEach(change -> write(entry, change));
        });
    }

    /**
     * The quota is no measure: the entry says who changed it and why, and whose it is where it is not the locked unit's
     * own. That moves no locked figure, so nobody beyond the ledger is told.
     */
    @EventListener
    @Transactional
    void enter(QuotaChanged event) {
        Causes.Cause cause = causes.present();
        LateEntry.Quota quota = new LateEntry.Quota(event.before(), event.after());
        locks.by(event).forEach(lock -> {
            if (lock.own()) {
                insert(lock.id(), cause, cause.reason(), quota);
                tell(lock.id(), cause);
            } else {
                insert(lock.id(), cause, lock.place() + (cause.reason() == null ? "" : ": " + cause.reason()), quota);
            }
        });
    }

    /** What moves no figure but comes after the lock all the same, such as a team's late report. */
    @Transactional
    void enter(long communeId, ReportPeriod period, String action, String subject, long subjectId) {
        jdbc.sql("""
                        insert into late_entry (lock_id, entered_at, entered_by, action, subject, subject_id)
                        select l.id, :at, :by, :action, :subject, :subjectId from period_lock l
                        where l.unit_id = :unit and l.first_day = :first and l.last_day = :last order by l.version desc limit 1
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", users.now().map(CurrentUser::accountId).orElse(null), Types.OTHER)
                .param("action", action)
                .param("subject", subject)
                .param("subjectId", subjectId + " " + period.code())
                .param("unit", communeId)
                .param("first", period.first())
                .param("last", period.last())
                .update();
    }

    /** What other modules keep beside the figures and change for a day of a locked period, such as days that are paid. */
    @Transactional
    public void enter(
            long communeId, LocalDate day, String action, String subject, String subjectId, @Nullable String reason) {
        jdbc.sql("""
                        insert into late_entry (lock_id, entered_at, entered_by, action, subject, subject_id, reason)
                        select l.id, :at, :by, :action, :subject, :subjectId, :reason from period_lock l
                        where l.unit_id = :unit and :day between l.first_day and l.last_day
                          and not exists (select from period_lock o where o.unit_id = l.unit_id and o.first_day = l.first_day
                                          and o.last_day = l.last_day and o.version > l.version)
                        order by l.id
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", users.now().map(CurrentUser::accountId).orElse(null), Types.OTHER)
                .param("action", action)
                .param("subject", subject)
                .param("subjectId", subjectId)
                .param("reason", reason)
                .param("unit", communeId)
                .param("day", day)
                .update();
    }

    /** A changed definition moves no measure; what locked figures it would reckon differently is told all the same. */
    @EventListener
    @Transactional
    void enter(DefinitionRestated event) {
        jdbc.sql("""
                        insert into late_entry (lock_id, entered_at, entered_by, action, subject, subject_id, reason)
                        select l.id, :at, :by, :action, :subject, :subjectId, :reason from period_lock l
                        where l.last_day >= :from
                          and not exists (select from period_lock o where o.unit_id = l.unit_id and o.first_day = l.first_day
                                          and o.last_day = l.last_day and o.version > l.version)
                          and exists (select from locked_figure f where f.lock_id = l.id and f.indicator_id = any(:indicators))
                        order by l.id returning lock_id
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", users.now().map(CurrentUser::accountId).orElse(null), Types.OTHER)
                .param("action", event.action())
                .param("subject", "indicator")
                .param("subjectId", event.code())
                .param("reason", event.reason())
                .param("from", event.from(), Types.DATE)
                .param("indicators", event.indicators().toArray(Integer[]::new))
                .query(Long.class)
                .list()
                .forEach(lock -> events.publishEvent(new LockedPeriodMoved(lock, event.action(), clock.instant())));
    }

    private void tell(long lock, Causes.Cause cause) {
        events.publishEvent(new LockedPeriodMoved(lock, cause.action(), clock.instant()));
    }

    private void write(long entry, Change change) {
        jdbc.sql("""
                        insert into late_change (late_entry_id, measure_id, day, amount, before)
                        values (:entry, :measure, :day, :amount, :before)
                        on conflict (late_entry_id, measure_id, day) do update set amount = late_change.amount + excluded.amount
                        """)
                .param("entry", entry)
                .param("measure", change.measure())
                .param("day", change.day())
                .param("amount", change.amount(), Types.NUMERIC)
                .param("before", change.before(), Types.NUMERIC)
                .update();
    }

    private long insert(long lock, Causes.Cause cause, @Nullable String reason, LateEntry.@Nullable Quota quota) {
        return jdbc.sql("""
                        insert into late_entry (lock_id, entered_at, entered_by, action, subject, subject_id, reason,
                                                quota_before, quota_after)
                        values (:lock, :at, :by, :action, :subject, :subjectId, :reason, :before, :after) returning id
                        """)
                .param("lock", lock)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", users.now().map(CurrentUser::accountId).orElse(null), Types.OTHER)
                .param("action", cause.action())
                .param("subject", cause.subject())
                .param("subjectId", cause.subjectId())
                .param("reason", reason)
                .param("before", quota == null ? null : quota.before(), Types.NUMERIC)
                .param("after", quota == null ? null : quota.after(), Types.NUMERIC)
                .query(Long.class)
                .single();
    }

    /** What came after the first lock of a commune's period, the latest first. */
    public PageOf<LateEntry> of(long communeId, ReportPeriod period, CurrentUser user, Paging paging) {
        guard.require(user.scope(), Data.FIGURES, communeId);
        String found = """
                from late_entry e join period_lock l on l.id = e.lock_id
                where l.unit_id = :unit and l.first_day = :first and l.last_day = :last
                """;
        long total = bind("select count(*) " + found, communeId, period)
                .query(Long.class)
                .single();
        Map<Long, LateEntry> entries = new LinkedHashMap<>();
        bind(
                        "select e.*, l.version, (select display_name from account a where a.id = e.entered_by) as by "
                                + found + " order by e.id desc limit :size offset :offset",
                        communeId,
                        period)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, at) -> entries.put(
                        row.getLong("id"),
                        new LateEntry(
                                row.getLong("id"),
                                row.getInt("version"),
                                instant(row.getTimestamp("entered_at")),
                                row.getString("by"),
                                row.getString("action"),
                                row.getString("subject"),
                                row.getString("subject_id"),
                                row.getString("reason"),
                                quota(row.getBigDecimal("quota_before"), row.getBigDecimal("quota_after")),
                                new ArrayList<>())))
                .list();
        addChanges(entries);
        return PageOf.of(List.copyOf(entries.values()), paging, total);
    }

    private void addChanges(Map<Long, LateEntry> entries) {
        jdbc.sql("""
                        select c.late_entry_id, m.name_vi, m.name_en, c.day, c.amount, c.before, m.source <> 'FIELD' as reported
                        from late_change c join measure m on m.id = c.measure_id
                        where c.late_entry_id = any(:ids) order by m.position, c.day
                        """)
                .param("ids", entries.keySet().toArray(Long[]::new))
                .query((row, at) -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    return Objects.requireNonNull(entries.get(row.getLong("late_entry_id")))
                            .changes()
                            .add(new LateEntry.Change(
                                    row.getString("name_vi"),
                                    row.getString("name_en"),
                                    row.getObject("day", LocalDate.class),
                                    amount,
                                    row.getBigDecimal("before"),
                                    row.getBoolean("reported")));
                })
                .list();
    }

    private JdbcClient.StatementSpec bind(String query, long communeId, ReportPeriod period) {
        return jdbc.sql(query)
                .param("unit", communeId)
                .param("first", period.first())
                .param("last", period.last());
    }

    private static LateEntry.@Nullable Quota quota(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null && after == null ? null : new LateEntry.Quota(before, after);
    }

    private static Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? Instant.EPOCH : timestamp.toInstant();
    }
}
