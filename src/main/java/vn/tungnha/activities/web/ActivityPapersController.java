package vn.tungnha.activities.web;

import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.tungnha.activities.ActivityView;
import vn.tungnha.activities.Attendance;
import vn.tungnha.activities.Certificates;
import vn.tungnha.activities.DoorTokens;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.QrCode;

/** What is printed of an activity: the code for the door, the list to sign, certificates. */
@Controller
@RequestMapping("/activities/{id}")
@Organisers(place = "activity:id")
@RequiredArgsConstructor
class ActivityPapersController {

    private final ActivityPages pages;
    private final Attendance attendance;
    private final Certificates certificates;
    private final DoorTokens doors;
    private final MessageSource messages;

    @GetMapping("/door")
    String door(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        ActivityView activity = pages.run(id, user);
        ActivityWords words = new ActivityWords(messages, locale);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/field/activities/" + id + "/check-in")
                .queryParam("t", doors.of(activity))
                .toUriString();
        model.addAttribute("card", ActivityCard.of(activity, "/activities/", words));
        model.addAttribute("address", address);
        model.addAttribute("qr", QrCode.of(address));
        model.addAttribute("today", activity.day().equals(pages.today()));
        model.addAttribute("back", pages.back(id, user).substring("redirect:".length()));
        return "activities/door";
    }

    /** To be signed with a pen, and typed in afterwards. */
    @GetMapping("/sheet")
    String sheet(@PathVariable UUID id, CurrentUser user, Locale locale, Model model) {
        ActivityView activity = pages.run(id, user);
        ActivityWords words = new ActivityWords(messages, locale);
        model.addAttribute("card", ActivityCard.of(activity, "/activities/", words));
        model.addAttribute("people", attendance.of(id, user));
        model.addAttribute("blank", Math.max(10, 25 - activity.onDuty() - activity.named()));
        model.addAttribute("back", pages.back(id, user).substring("redirect:".length()));
        return "activities/sheet";
    }

    @GetMapping("/people/{person}/certificate.pdf")
    ResponseEntity<byte[]> certificate(@PathVariable UUID id, @PathVariable UUID person, CurrentUser user) {
        return pdf(certificates.pdf(id, person, user));
    }

    static ResponseEntity<byte[]> pdf(byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("giay-xac-nhan.pdf")
                                .build()
                                .toString())
                .body(file);
    }
}
