package vn.tungnha.door.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.door.RequestKinds;
import vn.tungnha.door.RequestList;
import vn.tungnha.door.RequestQuery;
import vn.tungnha.door.RequestView;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;

/** The ward's inbox: what citizens ask for, what is late first. */
@Controller
@RequestMapping("/requests")
@RequiredArgsConstructor
class RequestsController {

    private static final int SIZE = 30;

    private final RequestList list;
    private final RequestKinds kinds;
    private final RequestPages pages;
    private final MessageSource messages;
    private final Clock clock;

    @GetMapping
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            data = Data.PEOPLE)
    String inbox(
            @RequestParam(required = false) RequestQuery.@Nullable Show show,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        DoorWords words = new DoorWords(messages, locale);
        LocalDate today = Days.today(clock);
        RequestQuery query = new RequestQuery(show, kind.isBlank() ? null : kind, q.isBlank() ? null : q);
        PageOf<RequestView> found = list.list(query, user, new Paging(p, SIZE));
        RequestList.Standing standing = list.standing(user);
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(request -> RequestLine.of(request, today, words))
                        .toList());
        // an administrator has no ward of its own
        model.addAttribute("ownWard", user.has(Role.WARD_OFFICER, Role.WARD_LEADER));
        model.addAttribute("pages", Pages.of(found, address(query), words.vn()));
        model.addAttribute("standing", standing);
        model.addAttribute("show", query.shown());
        model.addAttribute("kind", kind);
        model.addAttribute("q", q);
        model.addAttribute(
                "shows",
                Stream.of(RequestQuery.Show.values())
                        .map(one -> new Choice(one.name(), words.say("door.show." + one)))
                        .toList());
        List<Choice> all = new ArrayList<>(List.of(new Choice("", words.say("door.kind.all"))));
        kinds.all().forEach(one -> all.add(new Choice(one.code(), one.name(locale))));
        model.addAttribute("kinds", all);
        return "door/inbox";
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.ADMIN},
            place = "request:id",
            data = Data.PEOPLE)
    String show(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        return pages.desk(id, null, null, user, locale, model);
    }

    private static String address(RequestQuery query) {
        return UriComponentsBuilder.fromPath("/requests")
                .queryParam("show", query.shown())
                .queryParam("kind", "{kind}")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(query.kind() == null ? "" : query.kind(), query.q() == null ? "" : query.q())
                .toUriString();
    }
}
