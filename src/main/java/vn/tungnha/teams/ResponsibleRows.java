package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;

/** The dated rows that say which organisation is responsible for a team. */
@Component
@RequiredArgsConstructor
class ResponsibleRows {

    private final JdbcClient jdbc;

    /** From a day on this one is, or nobody; what was before that day stays as it was. */
    void set(Collection<Long> teams, @Nullable String name, @Nullable String contact, LocalDate from) {
        Long[] ids = teams.toArray(Long[]::new);
        jdbc.sql("delete from team_responsible where team_id = any(:teams) and valid_from >= :from")
                .param("teams", ids)
                .param("from", from)
                .update();
        jdbc.sql("update team_responsible set valid_to = :last where team_id = any(:teams) and valid_to >= :from")
                .param("teams", ids)
                .param("from", from)
                .param("last", from.minusDays(1))
                .update();
        if (name != null) {
            jdbc.sql("""
                            insert into team_responsible (team_id, name, contact, valid_from, valid_to)
                            select t.id, :name, :contact, greatest(:from, t.established_on), :open from team t
                            where t.id = any(:teams) and t.ended_on >= :from""")
                    .param("teams", ids)
                    .param("name", name)
                    .param("contact", contact)
                    .param("from", from)
                    .param("open", Days.FOREVER)
                    .update();
        }
    }

    /** A form of today says so: nothing changes where it says what is so already. Answers whether something did. */
    boolean setIfOther(long team, @Nullable String name, @Nullable String contact, LocalDate from) {
        Responsible now = of(team).stream()
                .filter(it -> !from.isBefore(it.from()) && !from.isAfter(it.to()))
                .findFirst()
                .orElse(null);
        boolean same = now == null ? name == null : now.name().equals(name) && Objects.equals(now.contact(), contact);
        if (!same) {
            set(List.of(team), name, contact, from);
        }
        return !same;
    }

    /** The latest first. */
    List<Responsible> of(long team) {
        return jdbc.sql("""
                        select name, contact, valid_from, valid_to from team_responsible
                        where team_id = :team order by valid_from desc""")
                .param("team", team)
                .query((row, n) -> new Responsible(
                        row.getString("name"),
                        row.getString("contact"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    void forget(long team) {
        jdbc.sql("delete from team_responsible where team_id = :team")
                .param("team", team)
                .update();
    }
}
