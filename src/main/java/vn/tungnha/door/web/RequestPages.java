package vn.tungnha.door.web;

import java.time.Clock;
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
import vn.tungnha.door.RequestInbox;
import vn.tungnha.door.RequestList;
import vn.tungnha.door.RequestView;
import vn.tungnha.door.TeamVisits;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.TeamView;

/** A request on the desk of the ward and on the phone of the team. */
@Component
@RequiredArgsConstructor
class RequestPages {

    private final RequestInbox inbox;
    private final RequestList list;
    private final TeamVisits visits;
    private final MessageSource messages;
    private final Clock clock;

    /** @param trouble what a rule said against what was just tried; {@code typed} what stood in its field */
    String desk(
            UUID id,
            @Nullable RuleBroken trouble,
            @Nullable String typed,
            CurrentUser user,
            Locale locale,
            Model model) {
        DoorWords words = new DoorWords(messages, locale);
        LocalDate today = Days.today(clock);
        RequestView request = fill(id, trouble, typed, user, words, model);
        model.addAttribute(
                "teams",
                request.open()
                        ? inbox.teamsFor(request).stream()
                                .map(team -> new Choice(String.valueOf(team.id()), name(team)))
                                .toList()
                        : List.of());
        model.addAttribute("chosen", request.teamId() == null ? "" : String.valueOf(request.teamId()));
        model.addAttribute(
                "alike",
                request.open()
                        ? list.alike(request).stream()
                                .map(other -> RequestLine.of(other, today, words))
                                .toList()
                        : List.of());
        model.addAttribute("sameNumber", request.sameNumber());
        return "door/show";
    }

    String phone(
            UUID id,
            @Nullable RuleBroken trouble,
            @Nullable String typed,
            CurrentUser user,
            Locale locale,
            Model model) {
        DoorWords words = new DoorWords(messages, locale);
        RequestView request = fill(id, trouble, typed, user, words, model);
        List<Choice> came = new ArrayList<>(List.of(new Choice("", words.say("door.arrival.no-visit"))));
        if (request.open()) {
            visits.since(request, user)
                    .forEach(visit -> came.add(new Choice(
                            visit.id().toString(),
                            words.say(
                                    "door.arrival.visit",
                                    visit.number() + " " + visit.alley(),
                                    words.vn().moment(visit.visitedAt())))));
        }
        model.addAttribute("visits", came);
        return "door/field-show";
    }

    private RequestView fill(
            UUID id,
            @Nullable RuleBroken trouble,
            @Nullable String typed,
            CurrentUser user,
            DoorWords words,
            Model model) {
        RequestView request = inbox.get(id, user);
        model.addAttribute("page", RequestDetail.of(request, inbox.phone(id, user), Days.today(clock), words));
        model.addAttribute("trouble", trouble == null ? List.of() : List.of(words.why(trouble)));
        model.addAttribute("typed", typed);
        return request;
    }

    private static String name(TeamView team) {
        return team.home() == null
                ? team.name()
                : team.name() + " · " + team.home().name();
    }
}
