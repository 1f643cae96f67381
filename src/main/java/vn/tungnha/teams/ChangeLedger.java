package vn.tungnha.teams;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;

/** Writes down every change of teams, and reads what was written. */
@Component
@RequiredArgsConstructor
class ChangeLedger {

    private static final String SELECT = """
            select c.*, a.display_name as by_name,
                   exists (select from team_change_row r where r.change_id = c.id) as remembered
            from team_change c left join account a on a.id = c.made_by""";

    private final JdbcClient jdbc;
    private final ChangedRows rows;
    private final Clock clock;

    /** Notes the change and how the teams are before it. */
    long begin(TeamChange.Kind kind, Decreed decreed, Collection<Long> teams, CurrentUser user) {
        long id = jdbc.sql("""
                        insert into team_change (kind, effective, reason, decision_number, decision_date, decision_signer, made_by, made_at)
                        values (:kind, :effective, :reason, :number, :date, :signer, :by, :at) returning id""")
                .param("kind", kind.name())
                .param("effective", decreed.day())
                .param("reason", decreed.reason())
                .param("number", decreed.decision().number())
                .param("date", decreed.decision().date())
                .param("signer", decreed.decision().signer())
                .param("by", user.accountId())
                .param("at", now())
                .query(Long.class)
                .single();
        rows.before(id, teams);
        return id;
    }

    /** Notes how the teams are after it, those it founded too. */
    void finish(long id, Map<Long, TeamChange.Side> teams) {
        rows.after(id, teams.keySet());
        teams.forEach((team, side) -> jdbc.sql("""
                        insert into team_change_team (change_id, team_id, name, side)
                        select :change, t.id, t.name, :side from team t where t.id = :team""")
                .param("change", id)
                .param("team", team)
                .param("side", side.name())
                .update());
    }

    void decided(long team, LocalDate effective, Decision decision) {
        jdbc.sql("""
                        update team_change c set decision_number = :number, decision_date = :date, decision_signer = :signer
                        where c.effective = :effective and c.decision_number is null and c.undone_at is null and exists (
                            select from team_change_team t where t.change_id = c.id and t.team_id = :team)""")
                .param("number", decision.number())
                .param("date", decision.date())
                .param("signer", decision.signer())
                .param("effective", effective)
                .param("team", team)
                .update();
    }

    void undone(long id, CurrentUser user) {
        jdbc.sql("update team_change set undone_by = :by, undone_at = :at where id = :id")
                .param("by", user.accountId())
                .param("at", now())
                .param("id", id)
                .update();
    }

    Optional<TeamChange> find(long id) {
        return with(jdbc.sql(SELECT + " where c.id = :id").param("id", id)).stream()
                .findFirst();
    }

    /** The latest first. */
    List<TeamChange> of(long team) {
        return with(jdbc.sql(SELECT
                        + " where c.id in (select change_id from team_change_team where team_id = :team)"
                        + " order by c.effective desc, c.id desc limit 50")
                .param("team", team));
    }

    private List<TeamChange> with(JdbcClient.StatementSpec changes) {
        Map<Long, TeamChange> found = new LinkedHashMap<>();
        changes.query((row, n) -> change(row)).list().forEach(change -> found.put(change.id(), change));
        Map<Long, List<TeamChange.Part>> parts = jdbc
                .sql("select * from team_change_team where change_id = any(:ids) order by change_id, side, team_id")
                .param("ids", found.keySet().toArray(Long[]::new))
                .query((row, n) -> Map.entry(
                        row.getLong("change_id"),
                        new TeamChange.Part(
                                row.getLong("team_id"),
                                row.getString("name"),
                                TeamChange.Side.valueOf(row.getString("side")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return found.values().stream()
                .map(it -> new TeamChange(
                        it.id(),
                        it.kind(),
                        it.effective(),
                        it.reason(),
                        it.decision(),
                        it.by(),
                        it.at(),
                        it.undone(),
                        it.remembered(),
                        parts.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private static TeamChange change(ResultSet row) throws SQLException {
        Instant at = row.getObject("made_at", OffsetDateTime.class).toInstant();
        OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        return new TeamChange(
                row.getLong("id"),
                TeamChange.Kind.valueOf(row.getString("kind")),
                row.getObject("effective", LocalDate.class),
                row.getString("reason"),
                new Decision(
                        row.getString("decision_number"),
                        row.getObject("decision_date", LocalDate.class),
                        row.getString("decision_signer")),
                row.getString("by_name"),
                at,
                instant(undone),
                row.getBoolean("remembered"),
                List.of());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
