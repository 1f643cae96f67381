package vn.tungnha.households.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import vn.tungnha.households.MergeCommand;
import vn.tungnha.households.MergeCommand.Field;
import vn.tungnha.households.RegisterMerges;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;

/** Two entries side by side: which is kept, which value is right, and what goes over. */
@Controller
@RequestMapping("/duplicates")
@RequiredArgsConstructor
class MergeController {

    private final RegisterMerges merges;
    private final MergePages pages;
    private final HouseholdWords words;

    @GetMapping("/residents/{kept}/{gone}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.ADMIN},
            place = "resident:kept",
            data = Data.PEOPLE)
    String people(@PathVariable UUID kept, @PathVariable UUID gone, CurrentUser user, Locale locale, Model model) {
        return show(pages.people(kept, gone, user, locale), user, model);
    }

    @PostMapping("/residents/{kept}/{gone}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.ADMIN},
            place = "resident:kept",
            data = Data.PEOPLE)
    String mergePeople(
            @PathVariable UUID kept,
            @PathVariable UUID gone,
            @RequestParam int keptVersion,
            @RequestParam int goneVersion,
            @RequestParam(defaultValue = "") String why,
            @RequestParam Map<String, String> chosen,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        MergeCommand command = new MergeCommand(gone, goneVersion, kept, keptVersion, fromGone(chosen), text(why));
        try {
            merges.mergeResidents(command, user);
        } catch (RuleBroken broken) {
            return broken(broken, pages.people(kept, gone, user, locale), user, locale, model, response);
        }
        return done("/duplicates", locale, flash);
    }

    @GetMapping("/households/{kept}/{gone}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.ADMIN},
            place = "household:kept",
            data = Data.PEOPLE)
    String houses(@PathVariable UUID kept, @PathVariable UUID gone, CurrentUser user, Locale locale, Model model) {
        return show(pages.houses(kept, gone, user, locale), user, model);
    }

    @PostMapping("/households/{kept}/{gone}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.ADMIN},
            place = "household:kept",
            data = Data.PEOPLE)
    String mergeHouses(
            @PathVariable UUID kept,
            @PathVariable UUID gone,
            @RequestParam int keptVersion,
            @RequestParam int goneVersion,
            @RequestParam(defaultValue = "") String why,
            @RequestParam Map<String, String> chosen,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        MergeCommand command = new MergeCommand(gone, goneVersion, kept, keptVersion, fromGone(chosen), text(why));
        try {
            merges.mergeHouseholds(command, user);
        } catch (RuleBroken broken) {
            return broken(broken, pages.houses(kept, gone, user, locale), user, locale, model, response);
        }
        return done("/duplicates?show=houses", locale, flash);
    }

    private String show(MergePages.Page page, CurrentUser user, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("decides", user.has(Role.WARD_OFFICER, Role.TEAM_LEADER, Role.ADMIN));
        return "households/merge";
    }

    private String broken(
            RuleBroken broken,
            MergePages.Page page,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("problem", words.say(locale, broken.getKey(), FormRules.arguments(broken)));
        return show(page, user, model);
    }

    private String done(String back, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", words.say(locale, "doubles.merged"));
        flash.addFlashAttribute("flashLink", "/duplicates?show=done");
        flash.addFlashAttribute("flashLinkText", words.say(locale, "doubles.part"));
        return "redirect:" + back;
    }

    private static Set<Field> fromGone(Map<String, String> chosen) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if ("gone".equals(chosen.get("from." + field))) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
