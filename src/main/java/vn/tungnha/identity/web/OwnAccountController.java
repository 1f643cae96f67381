package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.ZoneOffset;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.AccountDirectory;
import vn.tungnha.identity.Accounts;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.DeviceDirectory;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.login.RememberedDevices;
import vn.tungnha.identity.login.SessionDevices;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.Vn;

/** Whoever is signed in, about oneself. */
@Controller
@RequestMapping("/account")
@Allowed
@RequiredArgsConstructor
class OwnAccountController {

    private static final String PASSWORD_PAGE = "identity/password";
    private static final Role[] OFFICES = {
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    };

    private final AccountDirectory directory;
    private final Accounts accounts;
    private final AccountWords words;
    private final RememberedDevices remembered;
    private final DeviceDirectory devices;
    private final DeviceWords deviceWords;
    private final SessionSignIn session;
    private final RequestUser users;

    @GetMapping
    String account(CurrentUser user, HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("open", user.has(OFFICES));
        model.addAttribute("tells", user.has(Role.ADMIN, Role.PROVINCE_OFFICER));
        model.addAttribute("account", words.card(directory.own(user), locale));
        model.addAttribute("devices", deviceWords.own(devices.own(user), SessionDevices.of(request), locale));
        model.addAttribute(
                "remembered",
                remembered.lastUsed(user.username()).stream()
                        .map(moment -> Vn.in(locale).moment(moment.toInstant(ZoneOffset.UTC)))
                        .toList());
        return "identity/account";
    }

    @PostMapping("/devices/removal")
    String forgetDevices(CurrentUser user, Locale locale, RedirectAttributes flash) {
        accounts.forgetDevices(user);
        flash.addFlashAttribute("flash", words.text("identity.devices.forgotten", locale));
        return "redirect:/account";
    }

    @GetMapping("/password")
    String password(Model model) {
        model.addAttribute("form", PasswordForm.empty());
        return passwordPage(model);
    }

    @PostMapping("/password")
    String changePassword(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors() && !form.repeats()) {
            errors.rejectValue("repeat", "identity.password.repeat.differs");
        }
        return FormRules.answer(
                errors,
                response,
                () -> {
                    accounts.changeOwnPassword(form.present(), form.password(), user);
                    session.goOn(user.accountId(), request, response);
                    flash.addFlashAttribute("flash", words.text("identity.password.changed", locale));
                    return "redirect:/";
                },
                () -> passwordPage(model));
    }

    private String passwordPage(Model model) {
        model.addAttribute("first", users.account().orElseThrow().mustChangePassword());
        return PASSWORD_PAGE;
    }
}
