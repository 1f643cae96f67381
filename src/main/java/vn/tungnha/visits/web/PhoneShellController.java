package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Role;
import vn.tungnha.visits.Catalogue;

/**
 * The phone's stock of pages: the real templates with a prototype in them and nobody's data, to be filled on the phone
 * while there is no network.
 */
@Controller
@RequestMapping("/field/shell")
@Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
@RequiredArgsConstructor
class PhoneShellController {

    private final Catalogue catalogue;
    private final MessageSource messages;
    private final PhoneWords words;

    /** A shell is kept for weeks: no token of one session may stand in its forms. */
    @ModelAttribute
    void withoutToken(HttpServletRequest request, HttpServletResponse response) {
        request.removeAttribute(CsrfToken.class.getName());
        response.setHeader("Cache-Control", CacheControl.noCache().getHeaderValue());
    }

    @GetMapping("/today")
    String today(Locale locale, Model model) {
        model.addAttribute("page", Prototypes.today(catalogue, new Words(messages, locale)));
        return shell("today", model);
    }

    @GetMapping("/household")
    String household(Locale locale, Model model) {
        model.addAttribute("page", Prototypes.household());
        model.addAttribute("skips", TodayPage.skips(catalogue, new Words(messages, locale)));
        return shell("household", model);
    }

    @GetMapping("/visit")
    String visit(Locale locale, Model model) {
        model.addAttribute("page", Prototypes.visit(catalogue, new Words(messages, locale)));
        model.addAttribute("phoneShell", "visit");
        return "visits/field/visit-form";
    }

    @GetMapping("/newcomer")
    String newcomer(Locale locale, Model model) {
        model.addAllAttributes(Prototypes.newcomer(new Words(messages, locale)));
        return shell("newcomer", model);
    }

    @GetMapping("/search")
    String search(Model model) {
        model.addAllAttributes(Prototypes.search());
        return shell("search", model);
    }

    @GetMapping("/outbox")
    String outbox(Locale locale, Model model) {
        OutboxController.addWords(model, catalogue, locale);
        return shell("outbox", model);
    }

    @GetMapping("/settings")
    String settings(Model model) {
        model.addAttribute("page", PhoneSettingsController.Page.prototype());
        return shell("settings", model);
    }

    @GetMapping("/away")
    String away(Model model) {
        return shell("away", model);
    }

    /** The sentences the phone makes by itself. */
    @GetMapping("/words")
    @ResponseBody
    Map<String, Object> words(Locale locale) {
        return Map.of("lang", locale.getLanguage(), "words", words.in(locale));
    }

    private static String shell(String name, Model model) {
        model.addAttribute("phoneShell", name);
        return "visits/field/" + name;
    }
}
