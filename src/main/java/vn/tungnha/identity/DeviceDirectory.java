package vn.tungnha.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Looks phones up: one's own, and those of the accounts one looks after. */
@Service
@RequiredArgsConstructor
public class DeviceDirectory {

    public static final Duration UNSEEN_AFTER = Duration.ofDays(7);
    public static final Duration UNSENT_AFTER = Duration.ofDays(1);

    private static final String DEVICE = """
            select d.*, a.display_name
              from device d join account a on a.id = d.account_id
            """;

    /** Work whose age the phone did not tell counts from when the phone was last heard of. */
    private static final String FOUND = """
              from device d join account a on a.id = d.account_id
             where %s
               and case :standing
                        when 'UNSEEN' then d.revoked_at is null and d.last_seen_at < :unseen
                        when 'UNSENT' then d.unsent > 0 and coalesce(d.oldest_unsent_at, d.last_seen_at) < :unsent
                        when 'REVOKED' then d.revoked_at is not null
                        else true end
            """.formatted(Grants.LOOKED_FOR);

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Clock clock;

    /** Of the accounts the caller looks after, the one heard of last first. */
    public PageOf<DeviceRow> list(DeviceQuery query, CurrentUser user, Paging paging) {
        long total =
                find("select count(*)" + FOUND, query, user).query(Long.class).single();
        List<DeviceRow> rows = find(
                        "select d.*, a.display_name" + FOUND
                                + " order by d.last_seen_at desc, d.account_id, d.id limit :size offset :offset",
                        query,
                        user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> row(row))
                .list();
        return PageOf.of(rows, paging, total);
    }

    /** Of an account the caller looks after. */
    public List<DeviceRow> of(UUID account, CurrentUser user) {
        grants.requireLookedAfter(account, user);
        return of(account);
    }

    public List<DeviceRow> own(CurrentUser user) {
        return of(user.accountId());
    }

    private List<DeviceRow> of(UUID account) {
        return jdbc.sql(DEVICE + " where d.account_id = ? order by d.last_seen_at desc, d.id")
                .param(account)
                .query((row, n) -> row(row))
                .list();
    }

    private JdbcClient.StatementSpec find(String sql, DeviceQuery query, CurrentUser user) {
        return grants.bind(jdbc.sql(sql), user, query.text())
                .param("standing", query.standing().name())
                .param("unseen", Devices.stamp(clock.instant().minus(UNSEEN_AFTER)))
                .param("unsent", Devices.stamp(clock.instant().minus(UNSENT_AFTER)));
    }

    static DeviceRow row(ResultSet row) throws SQLException {
        return new DeviceRow(
                row.getObject("account_id", UUID.class),
                row.getString("display_name"),
                row.getObject("id", UUID.class),
                new UserAgent(row.getString("browser"), row.getString("system")),
                Objects.requireNonNull(Devices.instant(row, "last_seen_at")),
                row.getInt("unsent"),
                Devices.instant(row, "oldest_unsent_at"),
                row.getString("release"),
                Devices.instant(row, "revoked_at"),
                Devices.instant(row, "told_at"));
    }
}
