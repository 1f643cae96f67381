package vn.tungnha.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.LockedPeriodMoved;
import vn.tungnha.closing.PeriodLocked;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Turns locks, and what moved after them, into messages, within the transaction that makes them true. */
@Component
@RequiredArgsConstructor
class PeriodNews {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Units units;

    @EventListener
    void locked(PeriodLocked lock) {
        UnitView commune = units.get(lock.commune(), lock.lastDay());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", commune.code() + "@" + lock.lastDay());
        data.put("unitName", commune.fullName());
        data.put("period", lock.period());
        data.put("firstDay", lock.firstDay().toString());
        data.put("lastDay", lock.lastDay().toString());
        data.put("version", lock.version());
        data.put("lockedAt", lock.at().toString());
        data.put("reason", lock.reason());
        data.put("figures", address(commune, lock, lock.version()));
        outbox.put(WebhookEvent.PERIOD_LOCKED, String.valueOf(lock.lock()), lock.commune(), data);
        if (lock.version() > 1) {
            Map<String, Object> again = new LinkedHashMap<>(data);
            again.put("previousVersion", lock.version() - 1);
            again.put("previousFigures", address(commune, lock, lock.version() - 1));
            outbox.put(WebhookEvent.PERIOD_RELOCKED, String.valueOf(lock.lock()), lock.commune(), again);
        }
    }

    /** Only the first change after a lock: the receiver then knows that its copy is no longer the whole truth. */
    @EventListener
    void moved(LockedPeriodMoved change) {
        PeriodLocked lock = jdbc.sql("""
                        select id as lock, unit_id as commune, period, first_day, last_day, version, locked_at as at, reason
                        from period_lock where id = :id
                        """)
                .param("id", change.lock())
                .query(PeriodLocked.class)
                .single();
        UnitView commune = units.get(lock.commune(), lock.lastDay());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", commune.code() + "@" + lock.lastDay());
        data.put("unitName", commune.fullName());
        data.put("period", lock.period());
        data.put("version", lock.version());
        data.put("changedAt", change.at().toString());
        data.put("figures", address(commune, lock, lock.version()));
        outbox.put(WebhookEvent.PERIOD_CHANGED, String.valueOf(lock.lock()), lock.commune(), data);
    }

    private static String address(UnitView commune, PeriodLocked lock, int version) {
        return "/api/v1/locked-values?unit=%s@%s&period=%s&version=%d"
                .formatted(commune.code(), lock.lastDay(), lock.period(), version);
    }
}
