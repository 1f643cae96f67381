package vn.tungnha.door.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.door.HelpCalendar;
import vn.tungnha.door.Procedure;
import vn.tungnha.door.Procedures;
import vn.tungnha.door.PublicTeam;
import vn.tungnha.door.PublicTeams;
import vn.tungnha.door.PublicWards;
import vn.tungnha.door.RequestKinds;
import vn.tungnha.door.Warning;
import vn.tungnha.door.Warnings;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.QrCode;
import vn.tungnha.units.UnitView;
import vn.tungnha.visits.Card;
import vn.tungnha.visits.Cards;

/** What is there to read: when help is near, how things are done, what can be handed in online, whom not to believe. */
@PublicPage
@RequiredArgsConstructor
class ReadingController {

    private static final int PROCEDURES = 30;
    private static final int WARNINGS = 50;

    private final PublicWards wards;
    private final PublicTeams teams;
    private final HelpCalendar calendar;
    private final Cards cards;
    private final Procedures procedures;
    private final Warnings warnings;
    private final RequestKinds kinds;
    private final MessageSource messages;

    /** A card, in the reader's language. */
    record HowTo(String code, String title, String lead, List<Step> steps) {

        record Step(String picture, String text) {}

        static HowTo of(Card card, boolean english) {
            return new HowTo(
                    card.code(),
                    english ? card.titleEn() : card.titleVi(),
                    english ? card.leadEn() : card.leadVi(),
                    card.steps().stream()
                            .map(step -> new Step(step.picture(), english ? step.textEn() : step.textVi()))
                            .toList());
        }
    }

    /** A warning, ready to be shown. */
    record WarningCard(String title, String words, String advice, String from) {}

    @GetMapping("/public/desks")
    String desks(@RequestParam(required = false) @Nullable String unit, Locale locale, Model model) {
        DoorWords words = new DoorWords(messages, locale);
        UnitView ward = unit == null || unit.isBlank() ? null : wards.require(unit);
        model.addAttribute("ward", ward);
        model.addAttribute("served", wards.served());
        model.addAttribute(
                "days",
                ward == null
                        ? List.of()
                        : DateLine.byDay(
                                calendar.of(teams.ofWard(ward.id()).stream()
                                        .map(PublicTeam::id)
                                        .toList()),
                                words));
        return "door/desks";
    }

    @GetMapping("/public/how-to")
    String howTos(Locale locale, Model model) {
        boolean english = new DoorWords(messages, locale).english();
        model.addAttribute(
                "howTos",
                cards.all().stream().map(card -> HowTo.of(card, english)).toList());
        return "door/how-tos";
    }

    @GetMapping("/public/how-to/{code}")
    String howTo(@PathVariable String code, Locale locale, Model model) {
        model.addAttribute("howTo", HowTo.of(cards.get(code), new DoorWords(messages, locale).english()));
        return "door/how-to";
    }

    @GetMapping("/public/procedures")
    String procedures(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int p,
            Locale locale,
            Model model) {
        PageOf<Procedure> found = procedures.list(q, new Paging(p, PROCEDURES));
        model.addAttribute("q", q);
        model.addAttribute("procedures", found.items());
        model.addAttribute(
                "pages",
                Pages.of(
                        found,
                        UriComponentsBuilder.fromPath("/public/procedures")
                                .queryParam("q", "{q}")
                                .encode()
                                .buildAndExpand(q)
                                .toUriString(),
                        new DoorWords(messages, locale).vn()));
        return "door/procedures";
    }

    @GetMapping("/public/procedures/{code}")
    String procedure(@PathVariable String code, Model model) {
        Procedure procedure = procedures.get(code);
        model.addAttribute("procedure", procedure);
        model.addAttribute("qr", QrCode.of(procedure.url()));
        return "door/procedure";
    }

    @GetMapping("/public/warnings")
    String warnings(@RequestParam(required = false) @Nullable String unit, Locale locale, Model model) {
        DoorWords words = new DoorWords(messages, locale);
        UnitView ward = unit == null || unit.isBlank() ? null : wards.require(unit);
        List<WarningCard> shown = new ArrayList<>();
        for (Warning warning : warnings.inForce(ward == null ? null : ward.id(), WARNINGS)) {
            String day = words.vn().day(warning.issuedOn());
            shown.add(new WarningCard(
                    warning.title(),
                    warning.words(),
                    warning.advice(),
                    warning.place() == null
                            ? words.say("door.warnings.from", warning.source(), day)
                            : words.say("door.warnings.from-at", warning.source(), warning.place(), day)));
        }
        model.addAttribute("ward", ward);
        model.addAttribute("warnings", shown);
        return "door/warnings";
    }

    @GetMapping("/public/privacy")
    String privacy(Model model) {
        model.addAttribute("kinds", kinds.all());
        return "door/privacy";
    }
}
