package vn.tungnha.visits;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;

/**
 * Notebooks of the day, typed in by the deputy or the ward for those who went. Rows that are complete become visits one
 * by one; the others are kept as they were typed until somebody goes on.
 */
@Service
@RequiredArgsConstructor
public class Notebooks {

    private static final Duration EMPTY_FOR = Duration.ofDays(1);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<Map<String, List<String>>> FORM = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final VisitAccess access;
    private final Visits visits;
    private final Clock clock;

    /** Opens a notebook; opening it twice is opening it once. */
    @Transactional
    public UUID open(UUID id, long team, LocalDate day, CurrentUser user) {
        access.requireTeam(team, Days.today(clock), user);
        jdbc.sql("""
                        insert into notebook (id, team_id, typed_by, day, form, created_at, changed_at)
                        values (:id, :team, :account, :day, '{}', :now, :now) on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("team", team)
                .param("account", user.accountId())
                .param("day", day)
                .param("now", now())
                .update();
        return id;
    }

    public NotebookView get(UUID id, CurrentUser user) {
        NotebookView notebook = jdbc.sql("""
                        select n.team_id, t.name as team_name, n.day, n.form::text as form
                        from notebook n join team t on t.id = n.team_id where n.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new NotebookView(
                        id,
                        row.getLong("team_id"),
                        row.getString("team_name"),
                        row.getObject("day", LocalDate.class),
                        MAPPER.readValue(row.getString("form"), FORM),
                        stored(id)))
                .optional()
                .orElseThrow(() -> new NotFound("notebook", id));
        access.requireTeam(notebook.teamId(), Days.today(clock), user);
        return notebook;
    }

    /** Those with rows left to finish, of teams the caller may speak for. */
    public List<NotebookView.Line> unfinished(Collection<Long> teams, CurrentUser user) {
        return ScopeSql.bind(
                        jdbc.sql("""
                        select n.id, t.name as team_name, n.day, n.open_rows, c.display_name as typed_by, n.changed_at
                        from notebook n join team t on t.id = n.team_id join account c on c.id = n.typed_by
                        where n.team_id = any(:teams) and n.closed_at is null and n.open_rows > 0
                          and (n.team_id = any(:own) or exists (
                            select from team_area a where a.team_id = n.team_id
                              and :today between a.valid_from and a.valid_to and %s))
                        order by n.changed_at desc limit 50
                        """.formatted(ScopeSql.covers("a.village_id"))),
                        user.scope(),
                        Data.PEOPLE,
                        Days.today(clock))
                .param("teams", VisitAccess.ids(teams))
                .param("own", VisitAccess.ids(user.scope().teams()))
                .query((row, n) -> new NotebookView.Line(
                        row.getObject("id", UUID.class),
                        row.getString("team_name"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("open_rows"),
                        row.getString("typed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** What somebody opened and left empty is no notebook: gone after a day, when nobody is still at it. */
    @Transactional
    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Ho_Chi_Minh")
    public int forgetEmpty() {
        return jdbc.sql("""
                        delete from notebook n where n.closed_at is null and n.open_rows = 0 and n.changed_at < :since
                          and not exists (select from visit v where v.notebook_id = n.id)
                        """)
                .param("since", Timestamp.from(clock.instant().minus(EMPTY_FOR)))
                .update();
    }

    /**
     * Keeps what is typed so far; it is closed once every row has become a visit, and open again with a new one.
     *
     * @param typed puts it together with what others have typed into the same notebook by now
     */
    @Transactional
    public void keep(
            UUID id, LocalDate day, Function<Map<String, List<String>>, NotebookDraft> typed, CurrentUser user) {
        jdbc.sql("select from notebook where id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
        NotebookDraft draft = typed.apply(get(id, user).form());
        jdbc.sql("""
                        update notebook set day = :day, form = cast(:form as jsonb), open_rows = :rows, changed_at = :now,
                               closed_at = case when :rows = 0 and exists (select from visit where notebook_id = :id)
                                                then coalesce(closed_at, :now) end
                        where id = :id
                        """)
                .param("id", id)
                .param("day", day)
                .param("form", MAPPER.writeValueAsString(draft.form()))
                .param("rows", draft.openRows())
                .param("now", now())
                .update();
    }

    /** Stores one row as a visit of those who went, typed in by the caller. */
    public Receipt store(UUID id, VisitCommand row, CurrentUser user) {
        return visits.record(row, Origin.paper(id), user);
    }

    private List<NotebookView.Stored> stored(UUID id) {
        return jdbc.sql("""
                        select v.id as visit_id, h.alley, h.number, v.outcome, v.visited_at from visit v
                        join household h on h.id = v.household_id
                        where v.notebook_id = :id and v.status <> 'WITHDRAWN' order by v.received_at desc, v.id
                        """)
                .param("id", id)
                .query((row, n) -> new NotebookView.Stored(
                        row.getObject("visit_id", UUID.class),
                        row.getString("alley"),
                        row.getString("number"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getTimestamp("visited_at").toInstant()))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
