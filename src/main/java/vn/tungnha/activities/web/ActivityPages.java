package vn.tungnha.activities.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tungnha.activities.Activities;
import vn.tungnha.activities.ActivityKinds;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.activities.Attendance;
import vn.tungnha.activities.CampaignView;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.visits.DeskLog;
import vn.tungnha.visits.DeskView;

/** The page of one activity, at the desk and on the phone, as it is opened and as it comes back with what is wrong. */
@Component
@RequiredArgsConstructor
class ActivityPages {

    private static final Duration BEFORE = Duration.ofHours(1);

    private final Activities activities;
    private final Attendance attendance;
    private final ActivityShowing showing;
    private final ActivityKinds kinds;
    private final DeskLog residents;
    private final ScopeGuard guard;
    private final MessageSource messages;
    private final Clock clock;

    static boolean mayPlan(CurrentUser user) {
        return user.has(
                Role.ADMIN,
                Role.PROVINCE_OFFICER,
                Role.DISTRICT_OFFICER,
                Role.WARD_OFFICER,
                Role.WARD_LEADER,
                Role.TEAM_LEADER);
    }

    /** One that the caller runs. */
    ActivityView run(UUID id, CurrentUser user) {
        ActivityView activity = activities.get(id);
        if (!activities.mayRun(activity, user)) {
            throw new OutOfScope("activity", id);
        }
        return activity;
    }

    /** To the page of the activity, of the kind that its reader works with. */
    String back(UUID id, CurrentUser user) {
        return "redirect:" + (ActivityForms.fieldOnly(user) ? "/field/activities/" : "/activities/") + id;
    }

    String show(UUID id, String q, CurrentUser user, Locale locale, Model model) {
        ActivityView activity = activities.get(id);
        ActivityWords words = new ActivityWords(messages, locale);
        boolean runs = activities.mayRun(activity, user);
        boolean names = runs && guard.covers(user.scope(), Data.PEOPLE, activity.villageId());
        boolean begun = !activity.startsAt().minus(BEFORE).isAfter(clock.instant());
        model.addAttribute(
                "page", showing.page(activity, attendance.of(id, user), runs, begun, Days.today(clock), words));
        model.addAttribute("names", names);
        model.addAttribute("q", q);
        model.addAttribute("found", names && !q.isBlank() ? found(activity, q, user) : List.of());
        return ActivityForms.fieldOnly(user) ? "activities/field-show" : "activities/show";
    }

    /** The same with what was refused. */
    String refused(UUID id, String why, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("problem", why);
        return show(id, "", user, locale, model);
    }

    List<Choice> kinds(ActivityWords words) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", words.say("activities.kind.any"))));
        kinds.all().forEach(kind -> choices.add(new Choice(kind.code(), kind.name(words.locale()))));
        return choices;
    }

    List<Choice> running(List<CampaignView> campaigns, ActivityWords words) {
        return campaigns.stream()
                .map(it -> new Choice(
                        "/activities/campaigns/" + it.id(),
                        it.name() + " · "
                                + words.say(
                                        "activities.span",
                                        words.vn().day(it.firstDay()),
                                        words.vn().day(it.lastDay()))))
                .toList();
    }

    private List<Choice> found(ActivityView activity, String q, CurrentUser user) {
        return residents.find(activity.teamId(), q, user).stream()
                .filter(one -> one.name() != null)
                .map(one -> new Choice(one.residentId().toString(), words(one)))
                .toList();
    }

    private static String words(DeskView.Found one) {
        @Nullable Integer born = one.birthYear();
        return one.name() + (born == null ? "" : " · " + born) + " · " + (one.number() + " " + one.alley()).strip();
    }

    LocalDate today() {
        return Days.today(clock);
    }
}
