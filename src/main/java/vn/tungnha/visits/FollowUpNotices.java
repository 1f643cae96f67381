package vn.tungnha.visits;

import java.time.Clock;
import java.time.Instant;
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

/** Appointments of today and those that went by: to each team its own, to the ward how many went by. */
@Component
@RequiredArgsConstructor
class FollowUpNotices implements NoticeSource {

    private static final String DUE = """
            select t.id, t.name,
                   count(*) filter (where v.follow_up_at >= :midnight) as today,
                   count(*) filter (where v.follow_up_at < :midnight) as past
            from visit v join team t on t.id = v.team_id join household h on h.id = v.household_id
            where v.follow_up_at < :tomorrow and v.status <> 'WITHDRAWN' and h.status = 'ACTIVE' and not exists (
                select from visit n where n.household_id = v.household_id and n.status <> 'WITHDRAWN' and n.place = 'HOME'
                and n.visited_at > v.visited_at)
              and %s
            group by t.id order by t.number nulls last, t.id
            """;

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    private record Due(long id, String name, long today, long past) {}

    @Override
    public List<Notice> of(CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        List<Notice> told = new ArrayList<>();
        Long[] teams = VisitAccess.ids(
                user.as(Role.TEAM_LEADER, Role.TEAM_MEMBER).scope().teams());
        if (teams.length > 0) {
            asked(jdbc.sql(DUE.formatted("v.team_id = any(:teams)")).param("teams", teams), today)
                    .forEach(due -> told.add(ofTeam(due, today, locale)));
        }
        CurrentUser ward = user.as(Role.WARD_OFFICER, Role.WARD_LEADER);
        if (!ward.roles().isEmpty()) {
            long past = asked(
                            ScopeSql.bind(
                                    jdbc.sql(DUE.formatted(ScopeSql.covers("h.village_id"))),
                                    ward.scope(),
                                    Data.PEOPLE,
                                    today),
                            today)
                    .stream()
                    .mapToLong(Due::past)
                    .sum();
            if (past > 0) {
                told.add(ofWard(past, today, locale));
            }
        }
        return told;
    }

    private List<Due> asked(JdbcClient.StatementSpec due, LocalDate today) {
        return due.param("midnight", today.atStartOfDay(Days.ZONE).toOffsetDateTime())
                .param("tomorrow", today.plusDays(1).atStartOfDay(Days.ZONE).toOffsetDateTime())
                .query(Due.class)
                .list();
    }

    private Notice ofTeam(Due due, LocalDate today, Locale locale) {
        Vn vn = Vn.in(locale);
        String text = due.past() == 0
                ? null
                : messages.getMessage("visits.notice.past", new Object[] {vn.number(due.past())}, locale);
        String title = due.today() == 0
                ? messages.getMessage("visits.notice.none-today", new Object[] {due.name()}, locale)
                : messages.getMessage("visits.notice.today", new Object[] {due.name(), vn.number(due.today())}, locale);
        return new Notice(
                "follow-ups:" + due.id() + ":" + today,
                Notice.Kind.FOLLOW_UP,
                midnight(today),
                due.past() == 0 ? "info" : "near",
                title,
                text,
                "/field");
    }

    private Notice ofWard(long past, LocalDate today, Locale locale) {
        return new Notice(
                "follow-ups:past:" + today,
                Notice.Kind.FOLLOW_UP,
                midnight(today),
                "near",
                messages.getMessage(
                        "visits.notice.ward", new Object[] {Vn.in(locale).number(past)}, locale),
                null,
                "/visits?show=OVERDUE");
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Days.ZONE).toInstant();
    }
}
