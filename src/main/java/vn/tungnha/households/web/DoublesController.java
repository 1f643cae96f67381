package vn.tungnha.households.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.households.Doubles;
import vn.tungnha.households.RegisterMerges;
import vn.tungnha.households.likeness.Likeness;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.Units;

/** Pairs of a ward or a team's area that may be one: looked at, decided, taken back. */
@Controller
@RequestMapping("/duplicates")
@RequiredArgsConstructor
class DoublesController {

    private final DoublesListing listing;
    private final PairLines lines;
    private final Doubles doubles;
    private final RegisterMerges merges;
    private final HouseholdWords words;
    private final Units units;
    private final Clock clock;

    @GetMapping
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.ADMIN},
            place = "unit:village",
            data = Data.PEOPLE)
    String list(
            @RequestParam(defaultValue = "people") String show,
            @RequestParam(required = false) @Nullable String village,
            @RequestParam(defaultValue = "false") boolean weak,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute(
                "page", listing.page(new DoublesListing.Filter(show, blank(village), weak, p), user, locale));
        model.addAttribute("decides", user.has(Role.WARD_OFFICER, Role.TEAM_LEADER, Role.ADMIN));
        return "households/duplicates";
    }

    @GetMapping("/table.{format:csv|xlsx}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.ADMIN},
            place = "unit:village",
            data = Data.PEOPLE)
    void table(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String village,
            @RequestParam(defaultValue = "false") boolean weak,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        String code = blank(village);
        Long place =
                code == null ? null : units.require(code, Days.today(clock)).id();
        List<Doubles.People> pairs =
                doubles.people(place, weak ? Likeness.Strength.WEAK : Likeness.Strength.LIKELY, user);
        try (TableWriter out = TableAnswer.open("duplicates", format, response)) {
            out.heading(lines.heading(locale));
            for (Doubles.People pair : pairs) {
                out.row(lines.row(pair, locale));
            }
        }
    }

    @PostMapping("/distinct")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            data = Data.PEOPLE)
    String distinct(
            @RequestParam boolean people,
            @RequestParam UUID one,
            @RequestParam UUID other,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String back,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        doubles.distinct(people, one, other, why, user);
        flash.addFlashAttribute("flash", words.say(locale, "doubles.distinct.done"));
        if (back.equals("alike")) {
            return "redirect:/residents/" + one + "/alike";
        }
        flash.addFlashAttribute("flashLink", "/duplicates?show=done");
        flash.addFlashAttribute("flashLinkText", words.say(locale, "doubles.undo"));
        return "redirect:/duplicates" + (people ? "" : "?show=houses");
    }

    @PostMapping("/distinct/{id}/end")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.ADMIN},
            data = Data.PEOPLE)
    String takeBack(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        doubles.takeBack(id, user);
        flash.addFlashAttribute("flash", words.say(locale, "doubles.distinct.undone"));
        return "redirect:/duplicates?show=done";
    }

    @PostMapping("/merges/{id}/parting")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.ADMIN},
            data = Data.PEOPLE)
    String part(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        merges.part(id, user);
        flash.addFlashAttribute("flash", words.say(locale, "doubles.parted"));
        return "redirect:/duplicates?show=done";
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
