package vn.tungnha.door;

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

/** Tells the ward how many citizens wait, and a team each request that was given to it. */
@Component
@RequiredArgsConstructor
class RequestNotices implements NoticeSource {

    private final RequestList list;
    private final MessageSource messages;
    private final Clock clock;

    @Override
    public List<Notice> of(CurrentUser user, Locale locale) {
        LocalDate today = Days.today(clock);
        List<Notice> told = new ArrayList<>();
        CurrentUser ward = user.as(Role.WARD_OFFICER, Role.WARD_LEADER);
        if (!ward.roles().isEmpty()) {
            RequestList.Standing standing = list.standing(ward);
            if (standing.open() > 0) {
                told.add(waiting(standing, today, locale));
            }
        }
        for (long team : user.as(Role.TEAM_LEADER, Role.TEAM_MEMBER).scope().teams()) {
            list.ofTeam(team).forEach(request -> told.add(given(request, today, locale)));
        }
        return told;
    }

    private Notice waiting(RequestList.Standing standing, LocalDate today, Locale locale) {
        return new Notice(
                "requests:" + today + ":" + standing.open() + ":" + standing.overdue(),
                Notice.Kind.REQUEST,
                today.atStartOfDay(Days.ZONE).toInstant(),
                standing.overdue() > 0 ? "bad" : "near",
                messages.getMessage("door.notice.waiting", new Object[] {standing.open()}, locale),
                messages.getMessage(
                        "door.notice.standing", new Object[] {standing.overdue(), standing.unassigned()}, locale),
                standing.overdue() > 0 ? "/requests?show=OVERDUE" : "/requests");
    }

    private Notice given(RequestView request, LocalDate today, Locale locale) {
        return new Notice(
                "request:" + request.id(),
                Notice.Kind.REQUEST,
                request.receivedAt(),
                request.overdue(today) ? "bad" : "near",
                messages.getMessage(
                        "door.notice.given", new Object[] {request.kind().name(locale)}, locale),
                messages.getMessage(
                        "door.notice.due", new Object[] {Vn.in(locale).weekdayAndDay(request.dueOn())}, locale),
                "/field/requests/" + request.id());
    }
}
