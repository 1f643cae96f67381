package vn.tungnha.door;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.activities.ActivityLog;
import vn.tungnha.activities.ActivityState;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.shared.Days;

/** Help desks, classes and the like that everybody may come to. What a team holds among itself, such as a meeting, is not. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class HelpCalendar {

    public static final int DAYS_AHEAD = 45;

    private final ActivityLog log;
    private final Clock clock;

    /** Somewhere to go to. @param desk whether it is a help desk, where nobody needs to sign up */
    public record Date(
            LocalDate day,
            Instant from,
            Instant until,
            String titleVi,
            String kindVi,
            String kindEn,
            String place,
            @Nullable String village,
            long teamId,
            String team,
            boolean desk) {}

    /** Of these teams, by day and hour; one of several teams stands once. */
    public List<Date> of(Collection<Long> teams) {
        LocalDate today = Days.today(clock);
        return teams.isEmpty()
                ? List.of()
                : log.ofTeams(teams, today, today.plusDays(DAYS_AHEAD)).stream()
                        .filter(HelpCalendar::open)
                        .filter(activity -> activity.endsAt().isAfter(clock.instant()))
                        .map(HelpCalendar::date)
                        .toList();
    }

    /** Whoever serves people there is on duty; a kind without that is the team's own business. */
    private static boolean open(ActivityView activity) {
        return activity.state() == ActivityState.PLANNED && (activity.duty() || activity.desk() || activity.signUp());
    }

    private static Date date(ActivityView activity) {
        return new Date(
                activity.day(),
                activity.startsAt(),
                activity.endsAt(),
                activity.title(),
                activity.kindVi(),
                activity.kindEn(),
                activity.place(),
                activity.village(),
                activity.teamId(),
                activity.team(),
                activity.desk());
    }
}
