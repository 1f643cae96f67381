package vn.tungnha.identity.web;

import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.DeviceRevocations;

/** One's own phones: a lost one is cut off from any other. */
@Controller
@RequestMapping("/account/devices/{device}")
@Allowed
@RequiredArgsConstructor
class OwnDevicesController {

    private final DeviceRevocations revocations;
    private final DeviceWords words;

    @PostMapping("/revocation")
    String revoke(@PathVariable UUID device, CurrentUser user, Locale locale, RedirectAttributes flash) {
        revocations.revokeOwn(device, user);
        flash.addFlashAttribute("flash", words.text("identity.devices.revoked", locale));
        flash.addFlashAttribute("flashUndo", "/account/devices/" + device + "/restoration");
        return "redirect:/account";
    }

    @PostMapping("/restoration")
    String restore(@PathVariable UUID device, CurrentUser user, Locale locale, RedirectAttributes flash) {
        revocations.restoreOwn(device, user);
        flash.addFlashAttribute("flash", words.text("identity.devices.restored", locale));
        return "redirect:/account";
    }
}
