package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.door.PublicRequests;
import vn.tungnha.door.PublicTeam;
import vn.tungnha.door.PublicTeams;
import vn.tungnha.door.PublicWards;
import vn.tungnha.door.RequestKind;
import vn.tungnha.door.Senders;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.UnitView;

/** Asking for a visit, suggesting something, and what became of it; no login, no session, no cookie. */
@PublicPage
@RequiredArgsConstructor
class AskController {

    private static final int ANSWERS = 20;

    private final AskPages pages;
    private final PublicRequests requests;
    private final PublicWards wards;
    private final PublicTeams teams;
    private final Senders senders;
    private final MessageSource messages;

    /** @param team the team that is to come; else @param unit the ward, else one is found first */
    @GetMapping("/public/request")
    String request(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String unit,
            Locale locale,
            Model model) {
        PublicTeam asked = team == null ? null : teams.get(team);
        UnitView ward =
                asked != null ? wards.require(asked.ward()) : wards.find(unit).orElse(null);
        if (ward == null) {
            return pages.chooseWard("/public/request", "door.request.title", model);
        }
        String village = asked != null && !asked.villages().isEmpty()
                ? asked.villages().get(0).code()
                : "";
        return pages.blank(RequestKind.VISIT, ward, village, locale, model);
    }

    @PostMapping("/public/request")
    @Nullable
    String askForVisit(
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.send(RequestKind.VISIT, form, errors, locale, model, request, response);
    }

    @GetMapping("/public/suggest")
    String suggest(@RequestParam(required = false) @Nullable String unit, Locale locale, Model model) {
        UnitView ward = wards.find(unit).orElse(null);
        return ward == null
                ? pages.chooseWard("/public/suggest", "door.suggest.title", model)
                : pages.blank(RequestKind.SUGGESTION, ward, "", locale, model);
    }

    @PostMapping("/public/suggest")
    @Nullable
    String sendSuggestion(
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.send(RequestKind.SUGGESTION, form, errors, locale, model, request, response);
    }

    @GetMapping("/public/track")
    String track(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "sent", required = false) @Nullable String sent,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("code", code.strip());
        model.addAttribute("sent", sent != null);
        model.addAttribute("asked", !code.isBlank());
        if (!code.isBlank()) {
            if (senders.mayLook(request.getRemoteAddr())) {
                model.addAttribute(
                        "found",
                        requests.follow(code)
                                .map(it -> FollowedPage.of(it, new DoorWords(messages, locale)))
                                .orElse(null));
            } else {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                model.addAttribute("tooMany", true);
            }
        }
        return "door/track";
    }

    @GetMapping("/public/answers")
    String answers(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "0") int p,
            Locale locale,
            Model model) {
        DoorWords words = new DoorWords(messages, locale);
        UnitView ward = unit == null || unit.isBlank() ? null : wards.require(unit);
        PageOf<PublicRequests.Answered> found =
                requests.answers(ward == null ? null : ward.id(), new Paging(p, ANSWERS));
        model.addAttribute("ward", ward);
        model.addAttribute(
                "answers",
                found.items().stream()
                        .map(one -> new AnsweredLine(
                                one.question(),
                                one.answer(),
                                words.say(
                                        "door.answers.from",
                                        one.ward(),
                                        words.vn().day(one.answered()))))
                        .toList());
        model.addAttribute(
                "pages", Pages.of(found, "/public/answers" + (ward == null ? "" : "?unit=" + ward.code()), words.vn()));
        return "door/answers";
    }

    /** A published answer, ready to be shown. */
    record AnsweredLine(String question, String answer, String from) {}
}
