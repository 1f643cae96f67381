package vn.tungnha.teams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.References;

/** Keeps the rows of teams a change alters as they were and as they became, and puts them back. */
@Component
@RequiredArgsConstructor
class ChangedRows {

    private static final String OF_TEAMS = "t.team_id = any(:teams)";

    /** In the order in which they can be inserted. */
    private static final List<Rows> TABLES = List.of(
            new Rows("team", "t.id = any(:teams)"),
            new Rows("team_area", OF_TEAMS),
            new Rows("team_member", OF_TEAMS),
            new Rows("team_responsible", OF_TEAMS),
            new Rows("assignment", OF_TEAMS));

    /** What belongs to a team and goes with it. */
    private static final Set<String> OWN = Set.of(
            "team_area.team_id",
            "team_member.team_id",
            "team_responsible.team_id",
            "assignment.team_id",
            "team.merged_into_id");

    private final JdbcClient jdbc;
    private final References references;

    private record Rows(String table, String where) {}

    void before(long change, Collection<Long> teams) {
        TABLES.forEach(rows -> keep(change, rows, teams, """
                        insert into team_change_row (change_id, table_name, row_key, before)
                        select :change, :table, t.id::text, to_jsonb(t) from %s t where %s"""));
    }

    /** Only what differs stays. */
    void after(long change, Collection<Long> teams) {
        TABLES.forEach(rows -> keep(change, rows, teams, """
                        insert into team_change_row (change_id, table_name, row_key, after)
                        select :change, :table, t.id::text, to_jsonb(t) from %s t where %s
                        on conflict (change_id, table_name, row_key) do update set after = excluded.after"""));
        jdbc.sql("delete from team_change_row where change_id = :change and before is not distinct from after")
                .param("change", change)
                .update();
    }

    /** Tables of which a remembered row is no longer as the change left it. */
    List<String> changedSince(long change) {
        List<String> changed = new ArrayList<>();
        for (Rows rows : TABLES) {
            boolean differs = jdbc.sql("""
                            select exists (select from team_change_row x left join %s t on t.id::text = x.row_key
                             where x.change_id = :change and x.table_name = :table and to_jsonb(t) is distinct from x.after)
                            """.formatted(rows.table()))
                    .param("change", change)
                    .param("table", rows.table())
                    .query(Boolean.class)
                    .single();
            if (differs) {
                changed.add(rows.table());
            }
        }
        return changed;
    }

    /** What others have hung on teams or members that the change brought: tables that point at them. */
    List<String> leaningOn(long change) {
        List<String> leaning = new ArrayList<>();
        leaning.addAll(references.to("team", brought(change, "team"), OWN).values());
        leaning.addAll(references
                .to("team_member", brought(change, "team_member"), Set.of())
                .values());
        return leaning.stream().distinct().sorted().toList();
    }

    void putBack(long change) {
        List<Rows> backwards = new ArrayList<>(TABLES);
        Collections.reverse(backwards);
        backwards.stream()
                .filter(rows -> !rows.table().equals("team"))
                .forEach(
                        rows -> restore(
                                change,
                                rows,
                                "delete from %1$s where id::text in (select row_key from"
                                        + " team_change_row where change_id = :change and table_name = :table and before is null)"));
        for (Rows rows : backwards) {
            String columns = columns(rows.table());
            restore(
                    change,
                    rows,
                    "update %1$s t set (" + columns + ") = (select " + columns
                            + " from jsonb_populate_record(null::%1$s, x.before)) from team_change_row x"
                            + " where x.change_id = :change and x.table_name = :table and t.id::text = x.row_key"
                            + " and x.before is not null and x.after is not null");
        }
        for (Rows rows : TABLES) {
            String columns = columns(rows.table());
            restore(
                    change,
                    rows,
                    "insert into %1$s (id, " + columns + ") overriding system value select r.id, r."
                            + columns.replace(", ", ", r.")
                            + " from team_change_row x, jsonb_populate_record(null::%1$s, x.before) r"
                            + " where x.change_id = :change and x.table_name = :table and x.after is null");
        }
        jdbc.sql("delete from team where id::text = any(:brought)")
                .param("brought", brought(change, "team").toArray(String[]::new))
                .update();
    }

    private List<String> brought(long change, String table) {
        return jdbc.sql("select row_key from team_change_row"
                        + " where change_id = :change and table_name = :table and before is null")
                .param("change", change)
                .param("table", table)
                .query(String.class)
                .list();
    }

    private void keep(long change, Rows rows, Collection<Long> teams, String sql) {
        jdbc.sql(sql.formatted(rows.table(), rows.where()))
                .param("change", change)
                .param("table", rows.table())
                .param("teams", teams.toArray(Long[]::new))
                .update();
    }

    private void restore(long change, Rows rows, String sql) {
        jdbc.sql(sql.formatted(rows.table()))
                .param("change", change)
                .param("table", rows.table())
                .update();
    }

    private String columns(String table) {
        return jdbc.sql("""
                        select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                        from information_schema.columns
                        where table_schema = current_schema() and table_name = :table and is_generated = 'NEVER'
                          and column_name <> 'id'""").param("table", table).query(String.class).single();
    }
}
