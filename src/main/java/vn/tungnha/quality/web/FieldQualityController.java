package vn.tungnha.quality.web;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;

/** On the phone of a team's leader: what of the own team should be looked at again. */
@Controller
@RequiredArgsConstructor
class FieldQualityController {

    private final QualityPages pages;
    private final MessageSource messages;

    @GetMapping("/field/quality")
    @Allowed(Role.TEAM_LEADER)
    String show(
            @RequestParam(required = false) @Nullable String check,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        QualityWords words = new QualityWords(messages, locale);
        String asked = check == null || check.isBlank() ? null : check;
        model.addAttribute("page", pages.teams("/field/quality", asked, p, user, words));
        return "quality/field";
    }
}
