package vn.tungnha.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Notes which phones an account works on, and tells a phone whether it may go on. A phone is one row per account that
 * used it: what one account left unsent stays on record when another signs in, and cutting off one leaves the other be.
 */
@Service
@RequiredArgsConstructor
public class Devices {

    /** A phone that asks often is written down once in this time, unless its unsent work changed. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Notes that the device was here; {@code unsent} null leaves what it said last. */
    public DeviceState seen(CurrentDevice device, @Nullable Unsent unsent, CurrentUser user) {
        if (device.id() != null) {
            Optional<Noted> before = noted(device.id(), user);
            if (before.isEmpty() || before.get().isOutdated(device, unsent, clock.instant())) {
                note(device.id(), device, unsent, user);
            }
        }
        DeviceState state = state(device, user);
        if (state == DeviceState.REVOKED) {
            tell(device, user);
        }
        return state;
    }

    /** Without noting anything. */
    public DeviceState state(CurrentDevice device, CurrentUser user) {
        return isRevoked(user.accountId(), device.known()) ? DeviceState.REVOKED : DeviceState.OK;
    }

    /** Whether any of these devices was cut off from the account. */
    public boolean isRevoked(UUID account, Collection<UUID> devices) {
        return !devices.isEmpty()
                && jdbc.sql("""
                        select exists (select from device
                                        where account_id = :account and id = any(:devices) and revoked_at is not null)
                        """)
                        .param("account", account)
                        .param("devices", devices.toArray(UUID[]::new))
                        .query(Boolean.class)
                        .single();
    }

    /**
     * For a phone that is not signed in: whether the account that used it last was cut off from it, or closed. Hearing of
     * it counts: the phone wipes itself.
     */
    public DeviceState lastState(UUID device) {
        return jdbc.sql("""
                        with last as (
                            select d.account_id, d.id, d.revoked_at is not null as revoked, a.enabled
                              from device d join account a on a.id = d.account_id
                             where d.id = :device order by d.last_seen_at desc limit 1),
                        heard as (
                            update device d set told_at = :now from last
                             where d.account_id = last.account_id and d.id = last.id and last.revoked
                               and d.told_at is null)
                        select revoked or not enabled from last
                        """)
                        .param("device", device)
                        .param("now", stamp(clock.instant()))
                        .query(Boolean.class)
                        .optional()
                        .orElse(false)
                ? DeviceState.REVOKED
                : DeviceState.OK;
    }

    private void note(UUID id, CurrentDevice device, @Nullable Unsent unsent, CurrentUser user) {
        jdbc.sql("""
                        insert into device (account_id, id, browser, system, first_seen_at, last_seen_at, unsent,
                                            oldest_unsent_at, release, login_series)
                        values (:account, :id, :browser, :system, :now, :now, coalesce(cast(:unsent as int), 0), :oldest,
                                :release, :series)
                        on conflict (account_id, id) do update
                           set browser = excluded.browser, system = excluded.system, last_seen_at = excluded.last_seen_at,
                               unsent = coalesce(cast(:unsent as int), device.unsent),
                               oldest_unsent_at = case when cast(:unsent as int) is null then device.oldest_unsent_at
                                                       else excluded.oldest_unsent_at end,
                               release = coalesce(excluded.release, device.release),
                               login_series = coalesce(excluded.login_series, device.login_series)
                        """)
                .param("account", user.accountId())
                .param("id", id)
                .param("browser", device.agent().browser())
                .param("system", device.agent().system())
                .param("now", stamp(clock.instant()))
                .param("unsent", unsent == null ? null : unsent.count())
                .param("oldest", unsent == null ? null : stamp(unsent.oldest()))
                .param("release", device.release())
                .param("series", device.series())
                .update();
    }

    /** From now on the phone wipes itself: what was cut off can no longer be undone. */
    private void tell(CurrentDevice device, CurrentUser user) {
        jdbc.sql("""
                        update device set told_at = :now
                         where account_id = :account and id = any(:devices) and revoked_at is not null and told_at is null
                        """)
                .param("now", stamp(clock.instant()))
                .param("account", user.accountId())
                .param("devices", device.known().toArray(UUID[]::new))
                .update();
    }

    private Optional<Noted> noted(UUID id, CurrentUser user) {
        return jdbc.sql("""
                        select last_seen_at, unsent, release, login_series from device
                         where account_id = ? and id = ?
                        """)
                .params(user.accountId(), id)
                .query((row, n) -> noted(row))
                .optional();
    }

    private static Noted noted(ResultSet row) throws SQLException {
        return new Noted(
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getInt("unsent"),
                row.getString("release"),
                row.getString("login_series"));
    }

    static @Nullable OffsetDateTime stamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private record Noted(
            Instant lastSeenAt,
            int unsent,
            @Nullable String release,
            @Nullable String series) {

        boolean isOutdated(CurrentDevice device, @Nullable Unsent now, Instant moment) {
            return lastSeenAt.plus(NOTED_EVERY).isBefore(moment)
                    || (now != null && now.count() != unsent)
                    || (device.release() != null && !Objects.equals(device.release(), release))
                    || (device.series() != null && !Objects.equals(device.series(), series));
        }
    }
}
