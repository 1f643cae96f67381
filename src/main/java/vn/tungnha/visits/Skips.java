package vn.tungnha.visits;

import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** Households left for another day. Tomorrow they are back on the list by themselves. */
@Service
@RequiredArgsConstructor
@Transactional
public class Skips {

    private final JdbcClient jdbc;
    private final VisitAccess access;
    private final Catalogue catalogue;
    private final Clock clock;

    /** Saying it twice changes the reason. */
    public void skip(long team, UUID household, String reason, CurrentUser user) {
        access.requireOwnTeam(team, user);
        access.requireHousehold(household, Days.today(clock), user);
        if (catalogue.skipReasons().stream().noneMatch(one -> one.code().equals(reason))) {
            throw RuleBroken.at("reason", "visits.error.skip-reason", reason);
        }
        jdbc.sql("""
                        insert into field_skip (team_id, household_id, day, reason, skipped_by)
                        values (:team, :household, :today, :reason, :account)
                        on conflict (team_id, household_id, day) do update
                        set reason = excluded.reason, skipped_by = excluded.skipped_by
                        """)
                .param("team", team)
                .param("household", household)
                .param("today", Days.today(clock))
                .param("reason", reason)
                .param("account", user.accountId())
                .update();
    }

    /** Puts a household back on today's list. */
    public void undo(long team, UUID household, CurrentUser user) {
        access.requireOwnTeam(team, user);
        access.requireHousehold(household, Days.today(clock), user);
        jdbc.sql("delete from field_skip where team_id = :team and household_id = :household and day = :today")
                .param("team", team)
                .param("household", household)
                .param("today", Days.today(clock))
                .update();
    }
}
