package vn.tungnha.teams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.notices.Notice;
import vn.tungnha.notices.NoticeSource;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

/** Who has joined a team in the last thirty days; the first members of a new team are no news. */
@Component
@RequiredArgsConstructor
class MemberNotices implements NoticeSource {

    private static final int DAYS = 30;

    /** More names than these are counted. */
    private static final int NAMED = 5;

    private static final String JOINED = """
            select t.id as team, t.name, m.joined_on as day, count(*) as members,
                   string_agg(m.name, ', ' order by m.sort_key, m.id) as names
            from team_member m join team t on t.id = m.team_id
            where m.joined_on between cast(:today as date) - %d and :today and m.left_on >= :today and m.joined_on > t.established_on
              and %s
            group by t.id, m.joined_on order by m.joined_on desc, t.id limit 100
            """;

    private static final String IN_SCOPE = "exists (select from team_area a where a.team_id = t.id and a.home"
            + " and :today between a.valid_from and a.valid_to and " + ScopeSql.covers("a.village_id") + ")";

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    private record Joined(long team, String name, LocalDate day, long members, String names) {}

    @Override
    public List<Notice> of(CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        List<Notice> told = new ArrayList<>();
        CurrentUser leader = user.as(Role.TEAM_LEADER);
        if (!leader.roles().isEmpty()) {
            jdbc.sql(JOINED.formatted(DAYS, "t.id = any(:teams)"))
                    .param("today", today)
                    .param("teams", leader.scope().teams().toArray(Long[]::new))
                    .query(Joined.class)
                    .list()
                    .forEach(joined -> told.add(notice(joined, "/field/progress", locale)));
        }
        CurrentUser ward = user.as(Role.WARD_OFFICER, Role.WARD_LEADER);
        if (!ward.roles().isEmpty()) {
            ScopeSql.bind(jdbc.sql(JOINED.formatted(DAYS, IN_SCOPE)), ward.scope(), Data.PEOPLE, today)
                    .query(Joined.class)
                    .list()
                    .forEach(joined -> told.add(notice(joined, "/teams/" + joined.team(), locale)));
        }
        return told;
    }

    private Notice notice(Joined joined, String url, Locale locale) {
        String title = messages.getMessage(
                "teams.notice.joined",
                new Object[] {joined.name(), Vn.in(locale).number(joined.members())},
                locale);
        return new Notice(
                "members:" + joined.team() + ":" + joined.day() + ":" + joined.members(),
                Notice.Kind.MEMBER,
                joined.day().atStartOfDay(Days.ZONE).toInstant(),
                "info",
                title,
                joined.members() > NAMED ? null : joined.names(),
                url);
    }
}
