package vn.tungnha.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.teams.LeaderChanged;

/** Handovers as they are kept; each change of leader begins one. */
@Component
@RequiredArgsConstructor
class HandoverRows {

    /** Lines of members that were taken back are gone, and so is what was begun with them. */
    static final String SELECT = """
            select h.id, h.team_id, f.name as former, f.account_id as former_account, s.name as successor,
                   s.account_id as successor_account, h.from_day, h.confirmed_at, c.display_name as confirmed_by
            from team_handover h join team_member s on s.id = h.successor_id and s.team_id = h.team_id
            left join team_member f on f.id = h.former_id
            left join account c on c.id = h.confirmed_by\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** One that was still open for the same day or a later one is overtaken. */
    @EventListener
    void begin(LeaderChanged change) {
        UUID former = change.former() == null ? lastLeader(change) : change.former();
        if (former == null) {
            return;
        }
        jdbc.sql("delete from team_handover where team_id = :team and from_day >= :from and confirmed_at is null")
                .param("team", change.teamId())
                .param("from", change.from())
                .update();
        jdbc.sql("""
                        insert into team_handover (team_id, former_id, successor_id, from_day, made_at)
                        values (:team, :former, :successor, :from, :at)""")
                .param("team", change.teamId())
                .param("former", former)
                .param("successor", change.successor())
                .param("from", change.from())
                .param("at", now())
                .update();
    }

    Optional<Handover> find(long team, long id) {
        return jdbc.sql(SELECT + "where h.id = :id and h.team_id = :team")
                .param("id", id)
                .param("team", team)
                .query(HandoverRows::handover)
                .optional();
    }

    /** The latest first. */
    List<Handover> of(long team) {
        return jdbc.sql(SELECT + "where h.team_id = :team order by h.from_day desc, h.id desc limit 20")
                .param("team", team)
                .query(HandoverRows::handover)
                .list();
    }

    /** False where somebody was quicker. */
    boolean confirm(long id, byte[] pack, CurrentUser user) {
        return jdbc.sql("""
                        update team_handover set confirmed_by = :by, confirmed_at = :at, pack = :pack
                        where id = :id and confirmed_at is null""")
                        .param("by", user.accountId())
                        .param("at", now())
                        .param("pack", pack)
                        .param("id", id)
                        .update()
                > 0;
    }

    Optional<byte[]> pack(long id) {
        return jdbc.sql("select pack from team_handover where id = :id and pack is not null")
                .param("id", id)
                .query((row, n) -> row.getBytes("pack"))
                .optional();
    }

    /** Whoever led last, where there was nobody on the day before. */
    private @Nullable UUID lastLeader(LeaderChanged change) {
        return jdbc.sql("""
                        select id from team_member where team_id = :team and role = 'LEADER' and left_on < :from and id <> :successor
                        order by left_on desc limit 1""")
                .param("team", change.teamId())
                .param("from", change.from())
                .param("successor", change.successor())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    static Handover handover(ResultSet row, int n) throws SQLException {
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        return new Handover(
                row.getLong("id"),
                row.getLong("team_id"),
                row.getString("former"),
                row.getObject("former_account", UUID.class),
                row.getString("successor"),
                row.getObject("successor_account", UUID.class),
                row.getObject("from_day", LocalDate.class),
                confirmed == null ? null : confirmed.toInstant(),
                row.getString("confirmed_by"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
