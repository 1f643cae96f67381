package vn.tungnha.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.notices.Notice;
import vn.tungnha.notices.NoticeSource;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

/** Reminds whoever is on duty or signed up, and whoever has yet to write down what came of an activity. */
@Component
@RequiredArgsConstructor
class ActivityNotices implements NoticeSource {

    private static final int AHEAD = 2;
    private static final int BACK = 30;

    private final ActivityLog log;
    private final MessageSource messages;
    private final Clock clock;

    @Override
    public List<Notice> of(CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        List<Notice> told = new ArrayList<>();
        if (user.has(Role.TEAM_LEADER, Role.TEAM_MEMBER)) {
            log.ofAccount(user.accountId(), today, today.plusDays(AHEAD))
                    .forEach(activity -> told.add(ahead(activity, today, locale)));
        }
        CurrentUser running = user.as(Role.TEAM_LEADER, Role.WARD_OFFICER, Role.WARD_LEADER);
        if (!running.roles().isEmpty()) {
            boolean field = !user.has(Role.WARD_OFFICER, Role.WARD_LEADER);
            log.unclosed(today.minusDays(BACK), running).stream()
                    .limit(20)
                    .forEach(activity -> told.add(unclosed(activity, field, locale)));
        }
        return told;
    }

    private Notice ahead(ActivityView activity, LocalDate today, Locale locale) {
        Vn vn = Vn.in(locale);
        String title = messages.getMessage(
                activity.day().equals(today) ? "activities.notice.today" : "activities.notice.ahead",
                new Object[] {activity.title(), vn.time(activity.startsAt()), vn.weekdayAndDay(activity.day())},
                locale);
        return new Notice(
                "activity:" + activity.id() + ":" + activity.day() + ":" + today,
                Notice.Kind.ACTIVITY,
                today.atStartOfDay(Days.ZONE).toInstant(),
                "info",
                title,
                activity.place(),
                "/field/activities/" + activity.id());
    }

    private Notice unclosed(ActivityView activity, boolean field, Locale locale) {
        return new Notice(
                "activity:open:" + activity.id(),
                Notice.Kind.ACTIVITY,
                activity.endsAt(),
                "near",
                messages.getMessage("activities.notice.open", new Object[] {activity.title()}, locale),
                Vn.in(locale).weekdayAndDay(activity.day()),
                (field ? "/field/activities/" : "/activities/") + activity.id());
    }
}
