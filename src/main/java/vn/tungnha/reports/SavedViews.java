package vn.tungnha.reports;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Keeps dashboards under names: one's own, and those that colleagues of one's unit share. Only the owner changes one. */
@Service
@RequiredArgsConstructor
@Transactional
public class SavedViews {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final int MOST = 100;
    private static final Pattern WITHIN =
            Pattern.compile("/dashboard/[A-Za-z0-9@-]+(/(matrix|pivot))?(\\?[\\x21-\\x7E]*)?");

    private static final String VISIBLE = """
            select v.id, v.name, v.address, v.owner_id = :me as own, a.display_name as owner,
                   (select n.full_name from unit_version n where n.unit_id = v.unit_id order by n.valid_to desc limit 1) as shared_with
            from saved_view v join account a on a.id = v.owner_id
            where v.removed_at is null and (v.owner_id = :me or v.unit_id = any(:units))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** One's own first, then the shared ones, by name. */
    @Transactional(readOnly = true)
    public List<SavedView> of(CurrentUser user) {
        return visible(VISIBLE + " order by v.owner_id = :me desc, lower(v.name), v.id", user)
                .query(SavedView.class)
                .list();
    }

    /** Those of these that the reader may see, in this order. */
    @Transactional(readOnly = true)
    public List<SavedView> all(Collection<Long> ids, CurrentUser user) {
        Long[] wanted = ids.toArray(Long[]::new);
        return visible(VISIBLE + " and v.id = any(:ids) order by array_position(:ids, v.id)", user)
                .param("ids", wanted)
                .query(SavedView.class)
                .list();
    }

    /**
     * @param share with the unit one works for
     * @throws RuleBroken at {@code name} or {@code address}
     */
    public long save(String name, String address, boolean share, CurrentUser user) {
        String known = name(name);
        if (address.length() > LONGEST_ADDRESS || !WITHIN.matcher(address).matches()) {
            throw RuleBroken.at("address", "reports.error.address");
        }
        int count = jdbc.sql("select count(*) from saved_view where owner_id = ? and removed_at is null")
                .param(user.accountId())
                .query(Integer.class)
                .single();
        if (count >= MOST) {
            throw RuleBroken.at("name", "reports.error.views", MOST);
        }
        Long unit = share ? unit(user) : null;
        return jdbc.sql("insert into saved_view (owner_id, unit_id, name, address, created_at) "
                        + "values (:me, :unit, :name, :address, :now) returning id")
                .param("me", user.accountId())
                .param("unit", unit, Types.BIGINT)
                .param("name", known)
                .param("address", address)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public void rename(long id, String name, CurrentUser user) {
        change(
                "update saved_view set former_name = name, name = :name",
                " and removed_at is null",
                id,
                name(name),
                user);
    }

    /** Takes the last renaming back; taken back twice it stands again. */
    public void renameBack(long id, CurrentUser user) {
        change("update saved_view set name = coalesce(former_name, name), former_name = name", "", id, "", user);
    }

    public void remove(long id, CurrentUser user) {
        change("update saved_view set removed_at = now()", " and removed_at is null", id, "", user);
    }

    public void restore(long id, CurrentUser user) {
        change("update saved_view set removed_at = null", "", id, "", user);
    }

    /** The widest unit one works for; an administrator works for none. */
    @Transactional(readOnly = true)
    public @Nullable Long unit(CurrentUser user) {
        return jdbc.sql("""
                        select id from unit where id = any(:roots) and :today between valid_from and valid_to
                        order by array_position(array['PROVINCE', 'DISTRICT', 'AREA', 'COMMUNE', 'VILLAGE'], level), id limit 1
                        """)
                .param("roots", user.scope().figures().toArray(Long[]::new))
                .param("today", Days.today(clock))
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private JdbcClient.StatementSpec visible(String sql, CurrentUser user) {
        return jdbc.sql(sql)
                .param("me", user.accountId())
                .param("units", user.scope().figures().toArray(Long[]::new));
    }

    private void change(String statement, String still, long id, String name, CurrentUser user) {
        int changed = jdbc.sql(statement + " where id = :id and owner_id = :me" + still)
                .param("id", id)
                .param("me", user.accountId())
                .param("name", name)
                .update();
        if (changed == 0) {
            throw new NotFound("view", String.valueOf(id));
        }
    }

    private static String name(String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            throw RuleBroken.at("name", "reports.error.name");
        }
        if (name.length() > LONGEST_NAME) {
            throw RuleBroken.at("name", "reports.error.name-long", LONGEST_NAME);
        }
        return name;
    }
}
