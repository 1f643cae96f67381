package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.tungnha.door.HelpCalendar;
import vn.tungnha.door.PublicRequests;
import vn.tungnha.door.PublicTeam;
import vn.tungnha.door.PublicTeams;
import vn.tungnha.door.PublicWards;
import vn.tungnha.door.Senders;
import vn.tungnha.door.TeamFinder;
import vn.tungnha.door.WardContacts;
import vn.tungnha.door.Warnings;
import vn.tungnha.shared.QrCode;
import vn.tungnha.units.UnitView;
import vn.tungnha.visits.Cards;

/** Who helps me: by what one knows of one's own address, of a ward, of one team. */
@PublicPage
@RequiredArgsConstructor
class FindController {

    /** A longer list of wards is no help to anybody. */
    private static final int MOST_WARDS = 250;

    private static final int FEW = 3;

    /** Teams that are read one below the other. */
    private static final int MANY = 12;

    private final TeamFinder finder;
    private final PublicTeams teams;
    private final PublicWards wards;
    private final HelpCalendar calendar;
    private final WardContacts contacts;
    private final Warnings warnings;
    private final Cards cards;
    private final PublicRequests requests;
    private final Scoreboards scoreboards;
    private final Senders senders;
    private final MessageSource messages;

    @GetMapping("/public")
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "ward", defaultValue = "") String code,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        DoorWords words = new DoorWords(messages, locale);
        List<PublicWards.Served> served = wards.served();
        UnitView ward = wards.find(code).orElse(null);
        String typed = q.strip();
        model.addAttribute("q", typed);
        model.addAttribute("ward", ward);
        model.addAttribute("served", served.size() > MOST_WARDS ? List.of() : served);
        model.addAttribute("places", served.size());
        model.addAttribute(
                "atWork",
                words.vn()
                        .number(served.stream()
                                .mapToInt(PublicWards.Served::teams)
                                .sum()));
        model.addAttribute("asked", !typed.isEmpty());
        model.addAttribute("warnings", warnings.inForce(ward == null ? null : ward.id(), FEW));
        if (typed.isEmpty() && ward != null) {
            return "redirect:/public/units/" + ward.code();
        }
        if (!typed.isEmpty()) {
            if (!senders.maySearch(request.getRemoteAddr())) {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                model.addAttribute("tooMany", true);
                return "door/find";
            }
            TeamFinder.Found found = finder.find(typed, ward == null ? null : ward.id());
            model.addAttribute("found", found);
            model.addAttribute("teams", cards(found.teams(), words));
        }
        return "door/find";
    }

    @GetMapping("/public/units/{code}")
    String ward(@PathVariable String code, Locale locale, Model model) {
        DoorWords words = new DoorWords(messages, locale);
        UnitView ward = wards.require(code);
        List<PublicTeam> there = teams.ofWard(ward.id());
        List<HelpCalendar.Date> dates =
                calendar.of(there.stream().map(PublicTeam::id).toList());
        model.addAttribute("ward", ward);
        model.addAttribute("province", wards.provinceOf(ward).orElse(null));
        model.addAttribute("contact", contacts.of(ward.id()));
        List<TeamCard> all =
                there.stream().map(team -> TeamCard.of(team, dates, words)).toList();
        int shown = all.size() > MANY ? FEW : all.size();
        model.addAttribute("teams", all);
        model.addAttribute("first", all.subList(0, shown));
        model.addAttribute("others", all.subList(shown, all.size()));
        model.addAttribute("days", DateLine.byDay(dates.stream().limit(FEW).toList(), words));
        model.addAttribute("more", dates.size() > FEW);
        model.addAttribute("howTos", cards.all());
        model.addAttribute("warnings", warnings.inForce(ward.id(), FEW));
        model.addAttribute("scoreboard", scoreboards.of(ward, words));
        model.addAttribute("promptness", requests.promptness(ward.id()));
        return "door/ward";
    }

    @GetMapping("/public/teams/{id}")
    String team(@PathVariable long id, Locale locale, Model model) {
        DoorWords words = new DoorWords(messages, locale);
        PublicTeam team = teams.get(id);
        List<HelpCalendar.Date> dates = calendar.of(List.of(id));
        model.addAttribute("team", TeamCard.of(team, dates, words));
        model.addAttribute("days", DateLine.byDay(dates, words));
        return "door/team";
    }

    /** An A4 sheet for the wall of the house of culture. */
    @GetMapping("/public/teams/{id}/poster")
    String teamPoster(@PathVariable long id, Locale locale, Model model) {
        DoorWords words = new DoorWords(messages, locale);
        PublicTeam team = teams.get(id);
        model.addAttribute("team", TeamCard.of(team, calendar.of(List.of(id)), words));
        model.addAttribute("title", team.name());
        model.addAttribute("place", team.wardName());
        return poster("/public/teams/" + id, model);
    }

    @GetMapping("/public/units/{code}/poster")
    String wardPoster(@PathVariable String code, Model model) {
        UnitView ward = wards.require(code);
        model.addAttribute("title", ward.fullName());
        model.addAttribute(
                "place", wards.provinceOf(ward).map(UnitView::fullName).orElse(""));
        model.addAttribute("contact", contacts.of(ward.id()));
        return poster("/public/units/" + ward.code(), model);
    }

    private static String poster(String path, Model model) {
        String address =
                ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
        model.addAttribute("address", address);
        model.addAttribute("qr", QrCode.of(address));
        model.addAttribute("back", path);
        return "door/poster";
    }

    private List<TeamCard> cards(List<PublicTeam> found, DoorWords words) {
        List<HelpCalendar.Date> dates =
                calendar.of(found.stream().map(PublicTeam::id).toList());
        return found.stream().map(team -> TeamCard.of(team, dates, words)).toList();
    }
}
