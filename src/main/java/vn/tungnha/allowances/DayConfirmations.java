package vn.tungnha.allowances;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;

/** Leaders look at their teams' days and say that they are right; whether they changed since is told by a digest. */
@Service
@RequiredArgsConstructor
@Transactional
public class DayConfirmations {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    private record Row(long team, String digest, @Nullable String by, Instant at) {}

    /** By team; those nobody has confirmed are missing. */
    @Transactional(readOnly = true)
    public Map<Long, DayConfirmation> of(Collection<Long> teams, String period, Reckoned now) {
        Map<Long, DayConfirmation> byTeam = new HashMap<>();
        jdbc.sql("""
                        select c.team_id as team, c.digest, a.display_name as by, c.confirmed_at as at from day_confirmation c
                        left join account a on a.id = c.confirmed_by where c.team_id = any(:teams) and c.period = :period
                        """)
                .param("teams", teams.toArray(Long[]::new))
                .param("period", period)
                .query(Row.class)
                .list()
                .forEach(it -> byTeam.put(
                        it.team(),
                        new DayConfirmation(it.by(), it.at(), it.digest().equals(digest(it.team(), now)))));
        return byTeam;
    }

    void confirm(long team, long ward, String period, Reckoned now, CurrentUser user) {
        jdbc.sql("""
                        insert into day_confirmation (team_id, period, digest, confirmed_by, confirmed_at)
                        values (:team, :period, :digest, :by, :at)
                        on conflict (team_id, period) do update
                        set digest = excluded.digest, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at
                        """)
                .param("team", team)
                .param("period", period)
                .param("digest", digest(team, now))
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new Audited(
                "days.confirmed", "team", String.valueOf(team), ward, null, Map.of("period", period), null));
    }

    /** Which members worked on which days: what a leader has looked at. */
    private static String digest(long team, Reckoned now) {
        String days = now.days().stream()
                .filter(it -> it.seat().team() == team && it.worked())
                .map(it -> it.seat().id() + " " + it.day())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(days.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
