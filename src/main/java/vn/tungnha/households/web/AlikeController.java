package vn.tungnha.households.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.households.AlikePerson;
import vn.tungnha.households.Doubles;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.households.Presences;
import vn.tungnha.households.Sex;
import vn.tungnha.households.TypedPerson;
import vn.tungnha.households.likeness.Likeness;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Vn;

/** "Có thể đã có trong sổ": while somebody is typed, and as a step after saving where that was not seen. */
@Controller
@RequiredArgsConstructor
class AlikeController {

    private static final int SHOWN = 5;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?!\\d)");

    private final Doubles doubles;
    private final Households households;
    private final Presences presences;
    private final DoubleWords words;

    /** Posted, so that no name or number stands in an address. Nothing is stored. */
    @PostMapping("/residents/alike")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            data = Data.PEOPLE)
    String typing(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String birthYear,
            @RequestParam(defaultValue = "") String sex,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String citizenNumber,
            @RequestParam(required = false) @Nullable UUID household,
            @RequestParam(name = "not", required = false) @Nullable Set<UUID> others,
            @RequestParam(defaultValue = "/households/") String at,
            CurrentUser user,
            Locale locale,
            Model model) {
        Integer year = year(birthYear);
        TypedPerson typed = new TypedPerson(
                name, year, sex.isEmpty() ? null : sex(sex), phone, citizenNumber, mine(household, user), null);
        model.addAttribute("alike", lines(doubles.alike(typed, Likeness.Strength.WEAK, SHOWN, user), year, locale));
        model.addAttribute("others", others == null ? Set.of() : others);
        model.addAttribute("at", at.equals("/field/households/") ? at : "/households/");
        return "households/alike :: typed";
    }

    @GetMapping("/residents/{id}/alike")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "resident:id",
            data = Data.PEOPLE)
    String saved(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        AlikePerson.Entry self = doubles.entry(id, user);
        HouseholdView household = households.get(self.household(), user);
        model.addAttribute("self", self.id());
        model.addAttribute("name", words.name(self, locale));
        model.addAttribute("details", words.details(self, locale));
        model.addAttribute("household", household);
        model.addAttribute("alike", lines(doubles.alikeTo(id, Likeness.Strength.WEAK, user), self.birthYear(), locale));
        Vn vn = Vn.in(locale);
        model.addAttribute("asks", user.has(Role.WARD_OFFICER));
        model.addAttribute(
                "asked",
                presences.asked(id, user).stream()
                        .map(one -> words.answer(one, vn, locale))
                        .toList());
        model.addAttribute("merges", user.has(Role.WARD_OFFICER, Role.TEAM_LEADER, Role.ADMIN));
        return "households/alike";
    }

    private List<AlikeLine> lines(List<AlikePerson> alike, @Nullable Integer year, Locale locale) {
        return alike.stream().map(one -> AlikeLine.of(one, year, words, locale)).toList();
    }

    /** A household of somewhere else says nothing here. */
    private @Nullable UUID mine(@Nullable UUID household, CurrentUser user) {
        return household == null ? null : households.get(household, user).id();
    }

    /** A year, or the year of a whole date: 1965, 12/03/1965, 1965-03-12. */
    static @Nullable Integer year(String typed) {
        Matcher year = YEAR.matcher(typed);
        return year.find() ? Integer.valueOf(year.group()) : null;
    }

    private static @Nullable Sex sex(String code) {
        return code.equals("MALE") ? Sex.MALE : code.equals("FEMALE") ? Sex.FEMALE : null;
    }
}
