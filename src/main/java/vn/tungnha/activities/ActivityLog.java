package vn.tungnha.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;

/** Lists of activities, as far as their reader sees them. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ActivityLog {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final ActivityAccess access;
    private final Clock clock;

    /** By day and hour. @param kind null = of any kind */
    public List<ActivityView> between(LocalDate from, LocalDate until, @Nullable String kind, CurrentUser user) {
        return list("a.held_on between :from and :until and (cast(:kind as text) is null or a.kind = :kind)", user)
                .param("from", from)
                .param("until", until)
                .param("kind", kind)
                .query(ActivityRows::view)
                .list();
    }

    public List<ActivityView> ofCampaign(UUID campaign, CurrentUser user) {
        return list("a.campaign_id = :campaign", user)
                .param("campaign", campaign)
                .query(ActivityRows::view)
                .list();
    }

    /** Over by now, and nobody has written down what came of them. */
    public List<ActivityView> unclosed(LocalDate since, CurrentUser user) {
        return list("a.state = 'PLANNED' and a.ends_at < :now and a.held_on >= :since", user)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("since", since)
                .query(ActivityRows::view)
                .list();
    }

    /** Where somebody is on duty or signed up. */
    public List<ActivityView> ofAccount(UUID account, LocalDate from, LocalDate until) {
        return jdbc.sql(ActivityRows.SELECT + """
                        a.held_on between :from and :until and a.state = 'PLANNED'
                        and exists (select from activity_person p join team_member m on m.id = p.member_id
                                    where p.activity_id = a.id and m.account_id = :account)
                        order by a.starts_at, a.id limit 100""")
                .param("from", from)
                .param("until", until)
                .param("account", account)
                .param("today", Days.today(clock))
                .query(ActivityRows::view)
                .list();
    }

    /** Held by or with any of these teams. */
    public List<ActivityView> ofTeams(Collection<Long> teams, LocalDate from, LocalDate until) {
        return jdbc.sql(ActivityRows.SELECT + """
                        a.held_on between :from and :until and a.state <> 'CANCELLED'
                        and (a.team_id = any(:teams)
                             or exists (select from activity_team x where x.activity_id = a.id and x.team_id = any(:teams)))
                        order by a.starts_at, a.id limit 1000""")
                .param("from", from)
                .param("until", until)
                .param("teams", teams.toArray(Long[]::new))
                .param("today", Days.today(clock))
                .query(ActivityRows::view)
                .list();
    }

    private JdbcClient.StatementSpec list(String where, CurrentUser user) {
        return access.bind(
                jdbc.sql(ActivityRows.SELECT + where + " and " + ActivityAccess.SEEN
                        + " order by a.starts_at, a.id limit " + MOST),
                user);
    }
}
