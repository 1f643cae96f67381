package vn.tungnha.contests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.Stale;

/** Contests as rows. */
@Repository
@RequiredArgsConstructor
class ContestRows {

    static final String SELECT = """
            select c.*, coalesce(v.full_name, e.name) as place, n.players, k.questions
            from contest c
            left join team e on e.id = c.team_id
            left join lateral (
                select full_name from unit_version where unit_id = c.unit_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            cross join lateral (
                select count(*) as players from contest_entry p where p.contest_id = c.id and p.removed_at is null) n
            cross join lateral (
                select count(*) as questions from contest_round r join contest_question x on x.round_id = r.id
                where r.contest_id = c.id and x.annulled_at is null) k
            where\s""";

    private final JdbcClient jdbc;

    Optional<ContestView> find(UUID id, LocalDate today) {
        return jdbc.sql(SELECT + "c.id = :id")
                .param("id", id)
                .param("today", today)
                .query(ContestRows::view)
                .optional();
    }

    Optional<ContestView> byCode(String code, LocalDate today) {
        return jdbc.sql(SELECT + "c.code = :code")
                .param("code", code)
                .param("today", today)
                .query(ContestRows::view)
                .optional();
    }

    /** @return false when another contest has that code */
    boolean add(UUID id, String code, long seed, ContestCommand told, UUID account, Instant now) {
        return jdbc.sql("""
                        insert into contest (id, code, unit_id, team_id, name, note, first_day, last_day, entrants, sides,
                                             full_names, names_shown, phones, seed, state, created_by, created_at)
                        values (:id, :code, :unit, :team, :name, :note, :first, :last, :entrants, :sides,
                                :fullNames, :shown, :phones, :seed, 'PLANNED', :account, :now)
                        on conflict (code) do nothing""")
                        .param("id", id)
                        .param("code", code)
                        .param("unit", told.unit(), Types.BIGINT)
                        .param("team", told.team(), Types.BIGINT)
                        .param("name", told.name().strip())
                        .param("note", told.note(), Types.VARCHAR)
                        .param("first", told.firstDay())
                        .param("last", told.lastDay())
                        .param("entrants", told.entrants().name())
                        .param("sides", told.sides().name())
                        .param("fullNames", told.fullNames())
                        .param("shown", told.namesShown())
                        .param("phones", told.phones())
                        .param("seed", seed)
                        .param("account", account)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void edit(UUID id, int version, ContestCommand told) {
        int changed = jdbc.sql("""
                        update contest set version = version + 1, name = :name, note = :note, first_day = :first, last_day = :last,
                               entrants = :entrants, sides = :sides, full_names = :fullNames, names_shown = :shown, phones = :phones
                        where id = :id and version = :version""")
                .param("name", told.name().strip())
                .param("note", told.note(), Types.VARCHAR)
                .param("first", told.firstDay())
                .param("last", told.lastDay())
                .param("entrants", told.entrants().name())
                .param("sides", told.sides().name())
                .param("fullNames", told.fullNames())
                .param("shown", told.namesShown())
                .param("phones", told.phones())
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Stale("contest", id);
        }
    }

    void turn(UUID id, ContestState state, Instant now) {
        jdbc.sql("""
                        update contest set version = version + 1, state = :state,
                               opened_at = case when :state = 'OPEN' then coalesce(opened_at, :now) else opened_at end,
                               closed_at = case when :state = 'CLOSED' then cast(:now as timestamptz) end
                        where id = :id""")
                .param("state", state.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Waits for whoever is changing this contest. */
    void lock(UUID id) {
        jdbc.sql("select 1 from contest where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    static ContestView view(ResultSet row, int n) throws SQLException {
        return new ContestView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("code"),
                row.getObject("unit_id", Long.class),
                row.getObject("team_id", Long.class),
                row.getString("place"),
                row.getString("name"),
                row.getString("note"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Entrants.valueOf(row.getString("entrants")),
                Sides.valueOf(row.getString("sides")),
                row.getBoolean("full_names"),
                row.getBoolean("names_shown"),
                row.getBoolean("phones"),
                row.getLong("seed"),
                ContestState.valueOf(row.getString("state")),
                moment(row.getTimestamp("opened_at")),
                moment(row.getTimestamp("closed_at")),
                row.getInt("players"),
                row.getInt("questions"));
    }

    static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
