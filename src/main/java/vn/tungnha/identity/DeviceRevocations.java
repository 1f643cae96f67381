package vn.tungnha.identity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.login.RememberedDevices;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/**
 * Cuts phones off, by their owner or by whoever looks after the owner's account. The remembered login ends at once; the
 * session only hears of it, sends and signs out. It can be undone until the phone has heard: then it has wiped itself,
 * and comes back as a new one with the next login.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class DeviceRevocations {

    private final JdbcClient jdbc;
    private final Grants grants;
    private final RememberedDevices remembered;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public void revokeOwn(UUID device, CurrentUser user) {
        cutOff(device, user.accountId(), user);
    }

    public void restoreOwn(UUID device, CurrentUser user) {
        takeBack(device, user.accountId());
    }

    /** Of an account the caller looks after. */
    public void revoke(UUID account, UUID device, CurrentUser user) {
        grants.requireLookedAfter(account, user);
        cutOff(device, account, user);
    }

    /** Of an account the caller looks after. */
    public void restore(UUID account, UUID device, CurrentUser user) {
        grants.requireLookedAfter(account, user);
        takeBack(device, account);
    }

    /** Every phone of an account the caller looks after, and every login remembered elsewhere; answers how many. */
    public int revokeAll(UUID account, CurrentUser user) {
        grants.requireLookedAfter(account, user);
        List<UUID> open = jdbc.sql("select id from device where account_id = ? and revoked_at is null order by id")
                .param(account)
                .query(UUID.class)
                .list();
        open.forEach(device -> cutOff(device, account, user));
        remembered.forget(jdbc.sql("select username from account where id = ?")
                .param(account)
                .query(String.class)
                .single());
        return open.size();
    }

    private void cutOff(UUID device, UUID account, CurrentUser user) {
        Trace before = trace(device, account);
        if (!before.revoked()) {
            jdbc.sql("update device set revoked_at = :now, revoked_by = :by where account_id = :account and id = :id")
                    .param("now", Devices.stamp(clock.instant()))
                    .param("by", user.accountId())
                    .param("account", account)
                    .param("id", device)
                    .update();
            if (before.loginSeries() != null) {
                remembered.forgetSeries(before.loginSeries());
            }
            publish("device.revoked", account, before);
        }
    }

    private void takeBack(UUID device, UUID account) {
        Trace before = trace(device, account);
        int restored =
                jdbc.sql("""
                        update device set revoked_at = null, revoked_by = null
                         where account_id = :account and id = :id and revoked_at is not null and told_at is null
                        """).param("account", account).param("id", device).update();
        if (restored == 1) {
            publish("device.restored", account, before);
        } else if (before.revoked()) {
            throw new RuleBroken("identity.devices.gone");
        }
    }

    private Trace trace(UUID device, UUID account) {
        return jdbc.sql("""
                        select id as device, browser, system, unsent, login_series, revoked_at is not null as revoked
                          from device where account_id = :account and id = :id for update
                        """)
                .param("account", account)
                .param("id", device)
                .query(Trace.class)
                .optional()
                .orElseThrow(() -> new NotFound("device", device));
    }

    private void publish(String action, UUID account, Trace device) {
        events.publishEvent(new Audited(action, "account", account.toString(), null, null, Kept.of(device), null));
    }

    private record Trace(
            UUID device,
            @Nullable String browser,
            @Nullable String system,
            int unsent,
            @Nullable String loginSeries,
            boolean revoked) {}

    /** What the trail keeps. */
    private record Kept(
            UUID device, @Nullable String browser, @Nullable String system, int unsent) {

        static Kept of(Trace trace) {
            return new Kept(trace.device(), trace.browser(), trace.system(), trace.unsent());
        }
    }
}
