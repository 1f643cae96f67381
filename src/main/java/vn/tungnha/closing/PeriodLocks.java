package vn.tungnha.closing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.indicators.Counters;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/**
 * Locks a commune's period: its figures are kept as they stand, and whatever moves them later goes into the ledger. Nothing
 * that was locked is ever changed; locking again makes a new version beside it.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class PeriodLocks {

    private final JdbcClient jdbc;
    private final Units units;
    private final ScopeGuard guard;
    private final ReportFigures figures;
    private final FigureStore store;
    private final Counters counters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    boolean isLocked(long communeId, ReportPeriod period) {
        return latest(communeId, period).isPresent();
    }

    /** Every version, the latest first; none while the period is open. */
    public List<LockView> versions(long communeId, ReportPeriod period, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, communeId);
        return jdbc.sql("""
            select l.id, l.version, a.display_name as by, l.locked_at, l.reason,
                   (select count(*) from late_entry e where e.lock_id = l.id) as late
            from period_lock l left join account a on a.id = l.locked_by
            where l.unit_id = :unit and l.first_day = :first and l.last_day = :last order by l.version desc
            """)
                .param("unit", communeId)
                .param("first", period.first())
                .param("last", period.last())
                .query(LockView.class)
                .list();
    }

    /** The latest version of several communes, by commune; those still open are missing. */
    public Map<Long, LockView> latestOf(Collection<Long> communes, ReportPeriod period) {
        Map<Long, LockView> byUnit = new HashMap<>();
        jdbc.sql("""
            select distinct on (l.unit_id) l.unit_id, l.id, l.version, a.display_name as by, l.locked_at, l.reason,
                   (select count(*) from late_entry e where e.lock_id = l.id) as late
            from period_lock l left join account a on a.id = l.locked_by
            where l.unit_id = any(:units) and l.first_day = :first and l.last_day = :last
            order by l.unit_id, l.version desc
            """)
                .param("units", communes.toArray(Long[]::new))
                .param("first", period.first())
                .param("last", period.last())
                .query((row, at) -> byUnit.put(
                        row.getLong("unit_id"),
                        new LockView(
                                row.getLong("id"),
                                row.getInt("version"),
                                row.getString("by"),
                                row.getTimestamp("locked_at").toInstant(),
                                row.getString("reason"),
                                row.getInt("late"))))
                .list();
        return byUnit;
    }

    /** What the latest version of several communes holds, by commune; those still open are missing. It does not ask who reads. */
    public Map<Long, List<ReportFigure>> lockedFigures(Collection<Long> communes, ReportPeriod period) {
        Map<Long, LockView> latest = latestOf(communes, period);
        Map<Long, List<ReportFigure>> byLock =
                store.ofLocks(latest.values().stream().map(LockView::id).toList());
        Map<Long, List<ReportFigure>> byUnit = new HashMap<>();
        latest.forEach((unit, lock) -> byUnit.put(unit, byLock.getOrDefault(lock.id(), List.of())));
        return byUnit;
    }

    /** A version beside the figures as they stand now, in the order of the indicators. */
    public List<LockedLine> compare(long communeId, ReportPeriod period, LockView version, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, communeId);
        Map<String, ReportFigure> now = new LinkedHashMap<>();
        figures.ofUnit(communeId, period).forEach(it -> now.put(key(it), it));
        List<LockedLine> lines = new ArrayList<>();
        for (ReportFigure locked : store.ofLock(version.id())) {
            lines.add(new LockedLine(locked.indicator(), locked.variant(), locked, now.remove(key(locked))));
        }
        now.values().stream()
                .filter(it -> it.value() != null)
                .forEach(it -> lines.add(new LockedLine(it.indicator(), it.variant(), null, it)));
        return lines;
    }

    /**
     * Locks a period, or locks it again.
     *
     * @param basedOn the version seen, 0 for an open period
     * @param reason needed from the second version on
     * @throws RuleBroken when the period is not over, there is no reason, nothing has changed, or somebody locked meanwhile
     */
    @Transactional
    public int lock(long communeId, ReportPeriod period, int basedOn, @Nullable String reason, CurrentUser user) {
        guard.require(user.scope(), Data.FIGURES, communeId);
        UnitView commune = units.get(communeId, period.last());
        if (commune.level() != UnitLevel.COMMUNE) {
            throw new RuleBroken("closing.error.commune");
        }
        if (!period.isOver(Days.today(clock))) {
            throw RuleBroken.at("period", "closing.error.not-over", period.last());
        }
        counters.holdStill();
        Optional<LockView> latest = latest(communeId, period);
        int version = latest.map(LockView::version).orElse(0);
        if (version != basedOn) {
            throw new RuleBroken("closing.error.locked-meanwhile");
        }
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (version > 0 && why == null) {
            throw RuleBroken.at("reason", "closing.error.reason");
        }
        if (latest.isPresent()
                && compare(communeId, period, latest.get(), user).stream().noneMatch(LockedLine::differs)) {
            throw new RuleBroken("closing.error.nothing-changed");
        }
        long id = insert(communeId, period, version + 1, version == 0 ? null : why, user);
        store.freezeLock(id, figures.ofUnit(communeId, period));
        events.publishEvent(new Audited(
                version == 0 ? "period.locked" : "period.locked-again",
                "period",
                commune.code() + " " + period.code(),
                communeId,
                version == 0 ? null : Map.of("version", version),
                Map.of("version", version + 1),
                why));
        events.publishEvent(new PeriodLocked(
                id, communeId, period.code(), period.first(), period.last(), version + 1, clock.instant(), why));
        return version + 1;
    }

    private long insert(long communeId, ReportPeriod period, int version, @Nullable String reason, CurrentUser user) {
        return jdbc.sql("""
            insert into period_lock (unit_id, period, first_day, last_day, version, locked_by, locked_at, reason)
            values (:unit, :period, :first, :last, :version, :by, :at, :reason) returning id
            """)
                .param("unit", communeId)
                .param("period", period.code())
                .param("first", period.first())
                .param("last", period.last())
                .param("version", version)
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    private Optional<LockView> latest(long communeId, ReportPeriod period) {
        return Optional.ofNullable(latestOf(List.of(communeId), period).get(communeId));
    }

    private static String key(ReportFigure figure) {
        return figure.indicator() + " " + figure.variant();
    }
}
