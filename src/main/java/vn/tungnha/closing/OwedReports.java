package vn.tungnha.closing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.Reminder.Sort;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.notices.Notice;
import vn.tungnha.notices.NoticeSource;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Reports the ward gave back, with its word why, and what is still owed for the last month. */
@Component
@RequiredArgsConstructor
class OwedReports implements NoticeSource {

    private static final Role[] OFFICES = {
        Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER
    };

    private final Reminders reminders;
    private final ReminderWords words;
    private final Units units;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    private record Returned(
            long step,
            long team,
            String name,
            String period,
            Instant at,
            @Nullable String comment) {}

    @Override
    public List<Notice> of(CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        List<Notice> told = new ArrayList<>();
        CurrentUser leader = user.as(Role.TEAM_LEADER);
        if (!leader.roles().isEmpty()) {
            returned(leader.scope().teams()).forEach(it -> told.add(givenBack(it, locale)));
            reminders.ofTeams(user).stream()
                    .filter(it -> it.sort() != Sort.TEAM_MEND)
                    .forEach(it -> told.add(owed(
                            it,
                            words.due(it, locale),
                            "/field/report?period=" + it.period().code(),
                            today,
                            locale)));
        }
        CurrentUser office = user.as(OFFICES);
        if (!office.roles().isEmpty()) {
            for (UnitView place :
                    units.all(office.scope().roots(Data.FIGURES), today).values()) {
                if (place.level() != UnitLevel.VILLAGE && !place.validTo().isBefore(today)) {
                    reminders
                            .of(place, office)
                            .forEach(it -> told.add(
                                    owed(it, words.due(place, it, locale), words.url(place, it), today, locale)));
                }
            }
        }
        return told;
    }

    private List<Returned> returned(Collection<Long> teams) {
        return jdbc.sql("""
                        select s.id as step, t.id as team, t.name, r.period, s.taken_at as at, s.comment
                        from team_report r join team t on t.id = r.team_id
                        join lateral (select x.* from team_report_step x where x.report_id = r.id
                                      order by x.id desc limit 1) s on true
                        where r.status = 'RETURNED' and r.team_id = any(:teams)
                        order by s.id
                        """)
                .param("teams", teams.toArray(Long[]::new))
                .query(Returned.class)
                .list();
    }

    private Notice givenBack(Returned report, Locale locale) {
        LocalDate last = Period.parse(report.period()).orElseThrow().last();
        return new Notice(
                "report-returned:" + report.step(),
                Notice.Kind.REPORT,
                report.at(),
                "bad",
                messages.getMessage(
                        "closing.notice.returned",
                        new Object[] {report.name(), last.getMonthValue() + "/" + last.getYear()},
                        locale),
                report.comment(),
                "/field/report?period=" + report.period());
    }

    /** Told anew when the day to hand in has passed. */
    private Notice owed(Reminder reminder, String due, String url, LocalDate today, Locale locale) {
        boolean late = reminder.daysLeft(today) < 0;
        LocalDate since =
                late ? reminder.due().plusDays(1) : reminder.period().last().plusDays(1);
        return new Notice(
                "report-owed:" + reminder.sort() + ":" + reminder.place() + ":"
                        + reminder.period().code() + (late ? ":late" : ""),
                Notice.Kind.REPORT,
                since.atStartOfDay(Days.ZONE).toInstant(),
                words.level(reminder),
                words.title(reminder, locale),
                due,
                url);
    }
}
