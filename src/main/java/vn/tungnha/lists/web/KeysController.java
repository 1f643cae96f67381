package vn.tungnha.lists.web;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.lists.DeskKeys;

/** Switches the keys of one letter on and off. */
@Controller
@RequiredArgsConstructor
class KeysController {

    private final DeskKeys keys;
    private final MessageSource messages;

    @PostMapping("/account/keys")
    @Allowed
    String turn(
            @RequestParam boolean on, CurrentUser user, HttpSession session, Locale locale, RedirectAttributes flash) {
        keys.turn(on, user);
        session.setAttribute(DeskModel.KEYS, on);
        flash.addFlashAttribute("flash", messages.getMessage(on ? "lists.keys.on" : "lists.keys.off", null, locale));
        return "redirect:/account";
    }
}
