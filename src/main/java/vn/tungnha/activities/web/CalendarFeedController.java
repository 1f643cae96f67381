package vn.tungnha.activities.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.activities.CalendarFeeds;
import vn.tungnha.activities.ICalendar;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Anyone;
import vn.tungnha.identity.CurrentUser;

/** Activities in the calendar of one's own phone, by a secret address. */
@Controller
@RequiredArgsConstructor
class CalendarFeedController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final CalendarFeeds feeds;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping("/activities/calendar")
    @Allowed
    String show(CurrentUser user, Locale locale, Model model) {
        ActivityWords words = new ActivityWords(messages, locale);
        model.addAttribute("since", feeds.since(user).map(words.vn()::moment).orElse(null));
        return ActivityForms.fieldOnly(user) ? "activities/field-feed" : "activities/feed";
    }

    /** The address is shown once, on the page that follows. */
    @PostMapping("/activities/calendar")
    @Allowed
    String renew(CurrentUser user, RedirectAttributes flash) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/public/calendar/" + feeds.renew(user) + ".ics")
                .toUriString();
        flash.addFlashAttribute("address", address);
        flash.addFlashAttribute("subscribe", address.replaceFirst("^https?:", "webcal:"));
        return "redirect:/activities/calendar";
    }

    @PostMapping("/activities/calendar/revocation")
    @Allowed
    String revoke(CurrentUser user, Locale locale, RedirectAttributes flash) {
        feeds.revoke(user);
        flash.addFlashAttribute("flash", new ActivityWords(messages, locale).say("activities.feed.revoked"));
        return "redirect:/activities/calendar";
    }

    @GetMapping("/public/calendar/{secret}.ics")
    @Anyone
    ResponseEntity<String> read(@PathVariable String secret, Locale locale) {
        ActivityWords words = new ActivityWords(messages, locale);
        List<ICalendar.Event> events = feeds.read(secret).stream()
                .map(activity -> event(activity, words))
                .toList();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(ICalendar.of(words.say("activities.feed.name"), events));
    }

    private ICalendar.Event event(ActivityView activity, ActivityWords words) {
        return new ICalendar.Event(
                activity.id(),
                activity.version(),
                activity.startsAt(),
                activity.endsAt(),
                activity.title(),
                activity.place() + (activity.village() == null ? "" : ", " + activity.village()),
                words.kind(activity) + " · " + activity.team(),
                activity.cancelled(),
                clock.instant());
    }
}
