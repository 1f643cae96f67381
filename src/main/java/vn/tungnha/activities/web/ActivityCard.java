package vn.tungnha.activities.web;

import org.jspecify.annotations.Nullable;
import vn.tungnha.activities.ActivityView;

/** An activity in a list or a calendar. */
record ActivityCard(
        String elementId,
        String url,
        String title,
        String kind,
        String day,
        String hours,
        String from,
        String place,
        String team,
        String level,
        String state,
        boolean cancelled,
        @Nullable String numbers) {

    /** @param base such as {@code /activities/} */
    static ActivityCard of(ActivityView activity, String base, ActivityWords words) {
        return new ActivityCard(
                "activity-" + activity.id(),
                base + activity.id(),
                activity.title(),
                words.kind(activity),
                words.vn().weekdayAndDay(activity.day()),
                words.hours(activity),
                words.vn().time(activity.startsAt()),
                activity.place(),
                activity.team(),
                ActivityWords.level(activity.state()),
                words.state(activity.state()),
                activity.cancelled(),
                numbers(activity, words));
    }

    /** Those named and those counted stand side by side and are never added. */
    private static @Nullable String numbers(ActivityView activity, ActivityWords words) {
        boolean atDesks = activity.desk() && activity.named() == 0 && activity.others() == null;
        if (!activity.held() || atDesks) {
            return activity.onDuty() == 0 ? null : words.say("activities.on-duty", activity.onDuty());
        }
        String named = words.say("activities.named", words.vn().number(activity.present()));
        return activity.others() == null
                ? named
                : named + " · " + words.say("activities.counted", words.vn().number(activity.others()));
    }
}
