package vn.tungnha.lists;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.desk.DeskList;

/** Filters under names, each person's own. A link to one opens the list for others, within what they may see. */
@Service
@RequiredArgsConstructor
@Transactional
public class KeptFilters {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A filter with a name. */
    public record Kept(UUID id, String name, String address) {}

    @Transactional(readOnly = true)
    public List<Kept> of(DeskList<CurrentUser> list, CurrentUser user) {
        return jdbc.sql("""
                        select id, name, address from list_filter
                        where owner_id = :me and list = :list and removed_at is null order by lower(name), id""")
                .param("me", user.accountId())
                .param("list", list.code())
                .query(Kept.class)
                .list();
    }

    /** Where a shared link leads: whoever has it knows it from its owner. */
    @Transactional(readOnly = true)
    public String address(UUID id) {
        return jdbc.sql("select address from list_filter where id = :id and removed_at is null")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("filter", id));
    }

    /** @throws RuleBroken at {@code name} */
    public UUID keep(DeskList<CurrentUser> list, String typed, String address, CurrentUser user) {
        String name = typed.strip();
        if (name.isEmpty()) {
            throw RuleBroken.at("name", "lists.error.name");
        }
        if (name.length() > LONGEST_NAME || address.length() > LONGEST_ADDRESS) {
            throw RuleBroken.at("name", "lists.error.name-long", LONGEST_NAME);
        }
        if (of(list, user).size() >= MOST) {
            throw RuleBroken.at("name", "lists.error.filters", MOST);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into list_filter (id, owner_id, list, name, address, created_at)
                        values (:id, :me, :list, :name, :address, :now)""")
                .param("id", id)
                .param("me", user.accountId())
                .param("list", list.code())
                .param("name", name)
                .param("address", address)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** @return the list's code */
    public String remove(UUID id, CurrentUser user) {
        return turn("update list_filter set removed_at = now()", id, user);
    }

    /** @return the list's code */
    public String restore(UUID id, CurrentUser user) {
        return turn("update list_filter set removed_at = null", id, user);
    }

    private String turn(String statement, UUID id, CurrentUser user) {
        return jdbc.sql(statement + " where id = :id and owner_id = :me returning list")
                .param("id", id)
                .param("me", user.accountId())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("filter", id));
    }
}
