package vn.tungnha.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Looks accounts up: the list of those one looks after, one of them, oneself. */
@Service
@RequiredArgsConstructor
public class AccountDirectory {

    private static final String FOUND = """
              from account a
             where %s
               and (cast(:role as text) is null
                    or exists (select from assignment r where r.account_id = a.id and r.role = :role
                                  and :today between r.valid_from and r.valid_to))
            """.formatted(Grants.LOOKED_FOR);

    private static final String PLACES = """
            select v.code as value, v.full_name as text, 1 as part
              from unit u join unit_version v on v.unit_id = u.id and :today between v.valid_from and v.valid_to
              join unit_closure c on c.descendant_id = u.id and :today between c.valid_from and c.valid_to
             where u.level in ('PROVINCE', 'DISTRICT', 'COMMUNE') and c.ancestor_id = any(:province)
             union
            select v.code, v.full_name, 0
              from unit_version v join area_commune m on m.area_id = v.unit_id
              join unit_closure c on c.descendant_id = m.commune_id and :today between c.valid_from and c.valid_to
             where :today between v.valid_from and v.valid_to and :today between m.valid_from and m.valid_to
               and c.ancestor_id = any(:province)
             union
            select cast(t.id as text), t.name, 2
              from team t join team_area a on a.team_id = t.id and :today between a.valid_from and a.valid_to
              join unit_closure c on c.descendant_id = a.village_id and :today between c.valid_from and c.valid_to
             where t.ended_on >= :today and c.ancestor_id = any(:ward)
             order by part, text
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Grants grants;
    private final Assignments assignments;

    /** Accounts the caller looks after, by given name. */
    public PageOf<AccountRow> list(AccountQuery query, CurrentUser user, Paging paging) {
        long total =
                find("select count(*)" + FOUND, query, user).query(Long.class).single();
        List<AccountRow> bare = find(
                        "select a.*" + FOUND
                                + " order by given_name_first(a.display_name), a.username limit :size offset :offset",
                        query,
                        user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, index) -> row(row))
                .list();
        Map<UUID, List<AssignmentView>> roles =
                assignments.of(bare.stream().map(AccountRow::id).toList());
        return PageOf.of(
                bare.stream()
                        .map(row -> new AccountRow(
                                row.id(),
                                row.username(),
                                row.displayName(),
                                row.phone(),
                                row.enabled(),
                                row.mustChangePassword(),
                                row.lastSeenAt(),
                                roles.getOrDefault(row.id(), List.of())))
                        .toList(),
                paging,
                total);
    }

    /** An account the caller looks after. */
    public AccountView get(UUID id, CurrentUser user) {
        grants.requireLookedAfter(id, user);
        return view(id);
    }

    public AccountView own(CurrentUser user) {
        return view(user.accountId());
    }

    /** Places where the caller may give roles, as value (team id or unit code) and name; an administrator types a code. */
    public List<Choice> placesToGive(CurrentUser user) {
        return grants.bind(jdbc.sql(PLACES), user)
                .query((row, index) -> new Choice(row.getString("value"), row.getString("text")))
                .list();
    }

    private AccountView view(UUID id) {
        return jdbc.sql("select * from account where id = ?")
                .param(id)
                .query((row, index) -> new AccountView(
                        id,
                        row.getInt("version"),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getString("title"),
                        row.getString("phone"),
                        row.getBoolean("enabled"),
                        row.getBoolean("must_change_password"),
                        isAfterNow(Devices.instant(row, "locked_until")),
                        Devices.instant(row, "last_seen_at"),
                        assignments.of(List.of(id)).getOrDefault(id, List.of())))
                .optional()
                .orElseThrow(() -> new NotFound("account", id));
    }

    private JdbcClient.StatementSpec find(String sql, AccountQuery query, CurrentUser user) {
        return grants.bind(jdbc.sql(sql), user, query.text())
                .param("role", query.role() == null ? null : query.role().name());
    }

    private boolean isAfterNow(@Nullable Instant instant) {
        return instant != null && instant.isAfter(clock.instant());
    }

    private static AccountRow row(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("phone"),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                Devices.instant(row, "last_seen_at"),
                List.of());
    }
}
