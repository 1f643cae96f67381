package vn.tungnha.teams;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** Members at work inside one's scope who have no account, team by team, leaders first. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class MembersWithoutAccount {

    private static final String SELECT = """
            select m.id, m.name, m.role, m.phone, t.id as team_id, t.name as team_name, t.number as team_number,
                   exists (select from account a where n.e164 in (a.phone, a.username)) as phone_taken,
                   count(*) over () as total
              from team_member m join team t on t.id = m.team_id
             cross join lateral (select '+84' || substr(regexp_replace(m.phone, '\\D', '', 'g'), 2) as e164) n
             where m.account_id is null and :on between m.joined_on and m.left_on
               and :on between t.established_on and t.ended_on
               and (not :leaders or m.role <> 'MEMBER')
               and (not :chosen or m.id = any(:members))
               and\s""";

    private static final String ORDER = """
             order by t.number nulls last, t.name, t.id, case m.role when 'LEADER' then 0 when 'DEPUTY' then 1 else 2 end,
                      m.sort_key, m.id limit :size offset :offset""";

    private final JdbcClient jdbc;
    private final TeamPlaceFinder places;
    private final Clock clock;

    private record Row(MemberWithoutAccount member, long total) {}

    /** @param leadersOnly leave out those who are neither leader nor deputy */
    public PageOf<MemberWithoutAccount> list(boolean leadersOnly, CurrentUser user, Paging paging) {
        List<Row> rows = find(leadersOnly, null, user, paging);
        return PageOf.of(
                rows.stream().map(Row::member).toList(),
                paging,
                rows.isEmpty() ? 0 : rows.get(0).total());
    }

    /** Of those named, the ones that are still without an account and inside the caller's scope. */
    public List<MemberWithoutAccount> among(Collection<UUID> members, CurrentUser user) {
        return find(false, members, user, new Paging(0, Math.max(1, members.size()))).stream()
                .map(Row::member)
                .toList();
    }

    private List<Row> find(boolean leadersOnly, @Nullable Collection<UUID> members, CurrentUser user, Paging paging) {
        return places.bind(jdbc.sql(SELECT + TeamPlaceFinder.IN_SCOPE + ORDER), user)
                .param("on", Days.today(clock))
                .param("leaders", leadersOnly)
                .param("chosen", members != null)
                .param("members", members == null ? new UUID[0] : members.toArray(UUID[]::new))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Row(
                        new MemberWithoutAccount(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                TeamRole.valueOf(row.getString("role")),
                                row.getString("phone"),
                                row.getLong("team_id"),
                                row.getString("team_name"),
                                row.getObject("team_number", Integer.class),
                                row.getBoolean("phone_taken")),
                        row.getLong("total")))
                .list();
    }
}
