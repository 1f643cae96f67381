package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;

/** How this phone shows the field pages and what it keeps; everything but type size and signing out needs the script. */
@Controller
@RequestMapping("/field/settings")
@Allowed({Role.TEAM_LEADER, Role.TEAM_MEMBER})
@RequiredArgsConstructor
class PhoneSettingsController {

    /** Read by the frame of every page, and by the phone for the pages it fills itself. */
    static final String TYPE = "tn-type";

    private static final List<String> SIZES = List.of("normal", "large", "largest");

    private final MessageSource messages;

    @GetMapping
    String settings(
            @CookieValue(name = TYPE, defaultValue = "normal") String type,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        model.addAttribute(
                "page",
                new Page(
                        SIZES.contains(type) ? type : SIZES.get(0),
                        SIZES,
                        words.say("phone.settings.who", user.displayName(), user.username())));
        return "visits/field/settings";
    }

    @PostMapping("/type")
    String type(@RequestParam String size, Locale locale, HttpServletResponse response, RedirectAttributes after) {
        String chosen = SIZES.contains(size) ? size : SIZES.get(0);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(TYPE, chosen)
                        .path("/")
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
        after.addFlashAttribute("flash", new Words(messages, locale).say("phone.type.saved." + chosen));
        return "redirect:/field/settings";
    }

    /** @param who name and user name of whoever is signed in */
    record Page(String type, List<String> sizes, String who) {

        static Page prototype() {
            return new Page("", SIZES, "__who__");
        }
    }
}
