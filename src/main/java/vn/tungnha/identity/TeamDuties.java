package vn.tungnha.identity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Audited;

/**
 * Keeps what members may do in step with where they work: who leaves a team, changes role or goes over to another team
 * does so with the account too, from the same day on.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class TeamDuties {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    private record Duty(long id, UUID accountId, String role, LocalDate validFrom, LocalDate validTo) {}

    /** From this day on the account works for another team, or in another role; null accounts have none to change. */
    public void goOver(@Nullable UUID account, long team, long targetTeam, Role role, LocalDate from) {
        for (Duty duty : open(account, team, from)) {
            if (team == targetTeam && duty.role().equals(role.name())) {
                continue;
            }
            LocalDate begin = duty.validFrom().isAfter(from) ? duty.validFrom() : from;
            close(duty, team, from);
            if (open(account, targetTeam, begin).isEmpty()) {
                give(duty, targetTeam, role, begin);
            }
        }
    }

    /** This day was the last one in the team. */
    public void leave(@Nullable UUID account, long team, LocalDate lastDay) {
        open(account, team, lastDay.plusDays(1)).forEach(duty -> close(duty, team, lastDay.plusDays(1)));
    }

    private List<Duty> open(@Nullable UUID account, long team, LocalDate from) {
        return account == null
                ? List.of()
                : jdbc.sql("""
                                select id, account_id, role, valid_from, valid_to from assignment
                                 where account_id = :account and team_id = :team and valid_to >= :from
                                   and valid_to >= valid_from""")
                        .param("account", account)
                        .param("team", team)
                        .param("from", from)
                        .query(Duty.class)
                        .list();
    }

    private void close(Duty duty, long team, LocalDate from) {
        LocalDate last = from.minusDays(1);
        LocalDate empty = duty.validFrom().minusDays(1);
        jdbc.sql("update assignment set valid_to = greatest(cast(:last as date), cast(:empty as date)) where id = :id")
                .param("last", last)
                .param("empty", empty)
                .param("id", duty.id())
                .update();
        tell("assignment.ended", duty, facts(duty.role(), team, null), Map.of("team", team, "to", last));
    }

    private void give(Duty duty, long team, Role role, LocalDate from) {
        jdbc.sql("""
                        insert into assignment (account_id, role, team_id, valid_from, valid_to)
                        values (:account, :role, :team, :from, :to)""")
                .param("account", duty.accountId())
                .param("role", role.name())
                .param("team", team)
                .param("from", from)
                .param("to", duty.validTo())
                .update();
        tell("assignment.given", duty, null, facts(role.name(), team, from));
    }

    private static Map<String, Object> facts(String role, long team, @Nullable LocalDate from) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("role", role);
        facts.put("team", team);
        if (from != null) {
            facts.put("from", from);
        }
        return facts;
    }

    private void tell(
            String action, Duty duty, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        events.publishEvent(new Audited(action, "account", duty.accountId().toString(), null, before, after, null));
    }
}
