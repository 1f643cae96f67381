package vn.tungnha.shell;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Anyone;

/** The login page; the form itself is answered by the security chain. */
@Controller
class LoginController {

    @Anyone
    @GetMapping("/login")
    String login(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String logout,
            @RequestParam(required = false) String expired,
            @RequestParam(required = false) String revoked,
            Model model) {
        model.addAttribute("wrong", error != null);
        model.addAttribute("notice", notice(logout != null, expired != null, revoked != null));
        return "shell/login";
    }

    private static String notice(boolean loggedOut, boolean expired, boolean revoked) {
        return revoked ? "phone.revoked" : loggedOut ? "shell.login.out" : expired ? "shell.login.expired" : "";
    }
}
