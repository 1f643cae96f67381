package vn.tungnha.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.DeviceDirectory;
import vn.tungnha.identity.DeviceQuery;
import vn.tungnha.identity.DeviceQuery.Standing;
import vn.tungnha.identity.DeviceRevocations;
import vn.tungnha.identity.DeviceRow;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Vn;

/** The phones of the accounts one looks after; the services answer 404 for all others. */
@Controller
@RequestMapping("/accounts")
@Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER})
@RequiredArgsConstructor
class DevicesController {

    private static final int PAGE = 50;

    private final DeviceDirectory directory;
    private final DeviceRevocations revocations;
    private final DeviceWords words;

    @GetMapping("/devices")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "ALL") Standing show,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        PageOf<DeviceRow> page = directory.list(new DeviceQuery(q, show), user, new Paging(p, PAGE));
        model.addAttribute("q", q);
        model.addAttribute("show", show.name());
        model.addAttribute("tabs", tabs(q, show, locale));
        model.addAttribute("lines", words.others(page.items(), "?list=true", locale));
        model.addAttribute("pages", Pages.of(page, address(q, show), Vn.in(locale)));
        return "identity/devices";
    }

    @PostMapping("/{id}/devices/{device}/revocation")
    String revoke(
            @PathVariable UUID id,
            @PathVariable UUID device,
            @RequestParam(defaultValue = "false") boolean list,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        revocations.revoke(id, device, user);
        flash.addFlashAttribute("flash", words.text("identity.devices.revoked", locale));
        flash.addFlashAttribute(
                "flashUndo", "/accounts/" + id + "/devices/" + device + "/restoration" + (list ? "?list=true" : ""));
        return back(id, list);
    }

    @PostMapping("/{id}/devices/{device}/restoration")
    String restore(
            @PathVariable UUID id,
            @PathVariable UUID device,
            @RequestParam(defaultValue = "false") boolean list,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        revocations.restore(id, device, user);
        flash.addFlashAttribute("flash", words.text("identity.devices.restored", locale));
        return back(id, list);
    }

    @PostMapping("/{id}/devices/revocation")
    String revokeAll(@PathVariable UUID id, CurrentUser user, Locale locale, RedirectAttributes flash) {
        int cut = revocations.revokeAll(id, user);
        flash.addFlashAttribute(
                "flash",
                words.text("identity.devices.revoked.all", locale, Vn.in(locale).number(cut)));
        return back(id, false);
    }

    private List<Segment> tabs(String q, Standing show, Locale locale) {
        return Arrays.stream(Standing.values())
                .map(one ->
                        new Segment(words.text("identity.devices.show." + one, locale), address(q, one), one == show))
                .toList();
    }

    private static String address(String q, Standing show) {
        return UriComponentsBuilder.fromPath("/accounts/devices")
                .queryParam("q", "{q}")
                .queryParam("show", show.name())
                .encode()
                .buildAndExpand(q)
                .toUriString();
    }

    private static String back(UUID account, boolean list) {
        return "redirect:/accounts/" + (list ? "devices" : account);
    }
}
