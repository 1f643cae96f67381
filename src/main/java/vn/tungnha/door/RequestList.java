package vn.tungnha.door;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.SortKeys;

/** The inbox of a ward, and what its teams have before them. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class RequestList {

    private static final String INSIDE = ScopeSql.covers("r.ward_id");

    private static final String SHOWN = """
             and case :show
                 when 'OPEN' then r.state in ('NEW', 'ASSIGNED')
                 when 'OVERDUE' then r.state in ('NEW', 'ASSIGNED') and r.due_on < :today
                 when 'UNASSIGNED' then r.state = 'NEW'
                 when 'SETTLED' then r.state in ('DONE', 'ANSWERED', 'REFUSED')
                 when 'AWAY' then r.state in ('MERGED', 'SPAM')
                 else true end
             and (cast(:kind as text) is null or r.kind = :kind)
             and unit_fold(concat_ws(' ', r.words, r.name, r.address, r.team_id::text)) like all(:patterns)""";

    /** What is late first, then by its day; what is settled by when it was. */
    private static final String ORDER =
            " order by r.state in ('NEW', 'ASSIGNED') desc, r.settled_at desc nulls first, r.due_on, r.received_at, r.id";

    private final JdbcClient jdbc;
    private final Clock clock;

    public PageOf<RequestView> list(RequestQuery query, CurrentUser user, Paging paging) {
        long total = bound("select count(*) from citizen_request r where " + INSIDE + SHOWN, query, user)
                .query(Long.class)
                .single();
        List<RequestView> items = bound(
                        RequestRows.SELECT + INSIDE + SHOWN + ORDER + " limit :size offset :offset", query, user)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(RequestRows::view)
                .list();
        return PageOf.of(items, paging, total);
    }

    /** How many stand where, in the reader's wards. */
    public record Standing(int open, int overdue, int unassigned) {}

    public Standing standing(CurrentUser user) {
        return ScopeSql.bind(jdbc.sql("""
                                select count(*) as open, count(*) filter (where r.due_on < :today) as overdue,
                                       count(*) filter (where r.state = 'NEW') as unassigned
                                from citizen_request r where r.state in ('NEW', 'ASSIGNED') and """ + " " + INSIDE), user.scope(), Data.PEOPLE, Days.today(clock))
                .query(Standing.class)
                .single();
    }

    /** What a team has before it, the most urgent first. */
    public List<RequestView> ofTeam(long team) {
        return jdbc.sql(RequestRows.SELECT
                        + "r.team_id = :team and r.state = 'ASSIGNED' order by r.due_on, r.received_at, r.id")
                .param("team", team)
                .param("today", Days.today(clock))
                .query(RequestRows::view)
                .list();
    }

    /** What a team settled of late, the last first. */
    public List<RequestView> settledBy(long team, LocalDate since) {
        return jdbc.sql(RequestRows.SELECT + """
                        r.team_id = :team and r.state in ('DONE', 'ANSWERED') and r.settled_at >= :since
                        order by r.settled_at desc, r.id limit 30""")
                .param("team", team)
                .param("since", since.atStartOfDay(Days.ZONE).toOffsetDateTime())
                .param("today", Days.today(clock))
                .query(RequestRows::view)
                .list();
    }

    /** Others of the ward from the same telephone, or asking for the same village, that are open. */
    public List<RequestView> alike(RequestView request) {
        return jdbc.sql(RequestRows.SELECT + """
                        r.ward_id = :ward and r.id <> :id and r.state in ('NEW', 'ASSIGNED') and r.kind = :kind
                        order by exists (select from citizen_request o where o.id = :id and o.phone_hash = r.phone_hash) desc,
                                 r.village_id is not distinct from :village desc, r.received_at desc
                        limit 8""")
                .param("ward", request.wardId())
                .param("id", request.id())
                .param("kind", request.kind().code())
                .param("village", request.villageId())
                .param("today", Days.today(clock))
                .query(RequestRows::view)
                .list();
    }

    private StatementSpec bound(String sql, RequestQuery query, CurrentUser user) {
        List<String> patterns = query.q() == null ? List.of() : SortKeys.patterns(query.q());
        return ScopeSql.bind(jdbc.sql(sql), user.scope(), Data.PEOPLE, Days.today(clock))
                .param("show", query.shown().name())
                .param("kind", query.kind())
                .param("patterns", patterns.toArray(String[]::new));
    }
}
