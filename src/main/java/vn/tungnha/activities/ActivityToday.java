package vn.tungnha.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.visits.TodayNotes;

/** Puts the team's activities of today and tomorrow above its worklist. */
@Component
@RequiredArgsConstructor
class ActivityToday implements TodayNotes {

    private final ActivityLog log;
    private final MessageSource messages;
    private final Clock clock;

    @Override
    public List<Line> of(long team, Locale locale) {
        LocalDate today = Days.today(clock);
        Vn vn = Vn.in(locale);
        return log.ofTeams(Set.of(team), today, today.plusDays(1)).stream()
                .filter(activity -> !activity.held())
                .map(activity -> new Line(
                        activity.title(),
                        messages.getMessage(
                                activity.day().equals(today) ? "activities.today.at" : "activities.tomorrow.at",
                                new Object[] {vn.time(activity.startsAt()), activity.place()},
                                locale),
                        "/field/activities/" + activity.id()))
                .toList();
    }
}
